package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.app.report.Figures.count;
import static io.gatewayanalyzer.app.report.Figures.share;

import io.gatewayanalyzer.core.event.Outcome;
import java.util.List;

/** The part of a report that says what the attempts achieved together. */
public final class OperationText {
  private static final int WORST = 5;

  private static final String MEANING =
      "  (blind: had just been told that it is pointless; early: came before the advised wait was"
          + " over)\n";

  private OperationText() {}

  /** All of it, each table after an empty line; empty without operations. */
  public static String of(Tally tally) {
    OperationTally operations = tally.operations();
    if (operations.operations() == 0) {
      return "";
    }
    long healthy = tally.attempts() - tally.errors();
    StringBuilder text = new StringBuilder();
    text.append('\n').append(sideBySide(tally.attempts(), healthy, operations));
    text.append('\n').append(outcomes(operations));
    String clients = clients(operations);
    if (!clients.isEmpty()) {
      text.append('\n').append(clients);
    }
    return text.toString();
  }

  /** What the log shows beside what the callers saw. */
  private static String sideBySide(long attempts, long healthy, OperationTally operations) {
    TextTable table = new TextTable("", "COUNT", "SUCCEEDED", "SUCCESS RATE", "ATTEMPTS EACH");
    table.row("attempts", count(attempts), count(healthy), share(healthy, attempts), "");
    table.row(
        "operations",
        count(operations.operations()),
        count(operations.succeeded()),
        share(operations.succeeded(), operations.operations()),
        Figures.ratio(operations.amplification()));
    return table.render(2);
  }

  /** Who retries what cannot help, or before it was told to; empty when nobody does. */
  private static String clients(OperationTally operations) {
    List<OperationTally.ClientTally> worst = operations.worstClients(WORST);
    if (worst.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("CLIENT", "OPERATIONS", "ATTEMPTS EACH", "BLIND RETRIES", "EARLY RETRIES");
    for (OperationTally.ClientTally client : worst) {
      table.row(
          client.client(),
          count(client.operations()),
          Figures.ratio((double) client.attempts() / client.operations()),
          count(client.blindRetries()),
          count(client.earlyRetries()));
    }
    return table.render(2) + MEANING;
  }

  private static String outcomes(OperationTally operations) {
    TextTable table = new TextTable("OUTCOME", "OPERATIONS", "SHARE");
    for (Outcome outcome : Outcome.values()) {
      long ended = operations.operations(outcome);
      if (ended > 0) {
        table.row(outcome.wire(), count(ended), share(ended, operations.operations()));
      }
    }
    return table.render(2);
  }
}
