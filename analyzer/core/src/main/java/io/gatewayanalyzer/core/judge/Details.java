package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.redact.Redactor;

/** What the errors topic says beyond the attempt; every text passes the redactor here. */
final class Details {
  private static final int MAX_MESSAGE = 2_000;

  /** Machine words are short; what is longer is prose in the wrong field. */
  private static final int MAX_WORD = 200;

  private Details() {}

  static ErrorDetail of(ResponseReading reading, long durationMs) {
    ErrorFacts facts = reading.error();
    return new ErrorDetail(
        Redactor.redact(typeOf(facts), MAX_WORD),
        Redactor.redact(codeOf(facts), MAX_WORD),
        Redactor.redact(facts.param(), MAX_WORD),
        message(facts.message()),
        facts.inner() == null ? null : message(describe(facts.inner())),
        facts.metadata() == null ? null : Redactor.metadata(facts.metadata()),
        reading.framesBeforeError(),
        durationMs);
  }

  private static String typeOf(ErrorFacts facts) {
    boolean named = facts.type() == null && facts.code() == null && !facts.names().isEmpty();
    return named ? facts.names().get(0) : facts.type();
  }

  private static String codeOf(ErrorFacts facts) {
    if (facts.code() != null || facts.declaredStatus() == 0) {
      return facts.code();
    }
    return Integer.toString(facts.declaredStatus());
  }

  /** The wrapped error in one line: its words, then its prose. */
  private static String describe(ErrorFacts inner) {
    ErrorFacts deepest = inner;
    while (deepest.inner() != null) {
      deepest = deepest.inner();
    }
    StringBuilder line = new StringBuilder();
    append(line, deepest.type());
    append(line, deepest.code());
    deepest.names().forEach(name -> append(line, name));
    if (deepest.message() != null) {
      line.append(line.length() == 0 ? "" : ": ").append(deepest.message());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String word) {
    if (word != null) {
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
  }

  private static String message(String text) {
    return Redactor.redact(text, MAX_MESSAGE);
  }
}
