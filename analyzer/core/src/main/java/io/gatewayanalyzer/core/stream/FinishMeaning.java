package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.FinishReasons;

/** What a finish reason means for the stream that sends it. */
final class FinishMeaning {
  private FinishMeaning() {}

  /** A null reason goes on; any other ends the output well, short, or badly. */
  static Meaning of(String reason) {
    if (reason == null) {
      return Meaning.GOES_ON;
    }
    if (FinishReasons.isFailure(reason)) {
      return Meaning.FAILED;
    }
    return FinishReasons.isShort(reason) ? Meaning.CUT_SHORT : Meaning.FINISHED;
  }
}
