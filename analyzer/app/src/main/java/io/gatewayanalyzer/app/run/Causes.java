package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.util.StringJoiner;

/** What may be said about an exception whose message could quote a record. */
public final class Causes {
  private static final int DEEPEST = 10;

  private Causes() {}

  /**
   * The class names from the exception to its root cause, without messages; but what cannot be read
   * of the line's own state is said, for an operator has to act.
   */
  public static String names(Throwable thrown) {
    StringJoiner names = new StringJoiner(" < ");
    Throwable next = thrown;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      String message = next instanceof UnreadableStateException ? ": " + next.getMessage() : "";
      names.add(next.getClass().getName() + message);
      next = next.getCause();
    }
    return names.toString();
  }
}
