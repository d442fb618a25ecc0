package io.gatewayanalyzer.core.correlate;

/**
 * What is left of attempts that are only counted, because their operation has too many.
 *
 * @param attempts how many
 * @param patientMs until when a further attempt was waited for after them, epoch milliseconds
 * @param tally what they add to the operation's
 */
record Folded(int attempts, long patientMs, Tally tally) {
  static final Folded NONE = new Folded(0, 0, Tally.NONE);

  /** One more, worth the difference between two tallies. */
  Folded plus(long patientMs, Tally with, Tally without) {
    return new Folded(
        attempts + 1, Math.max(this.patientMs, patientMs), tally.plus(with.minus(without)));
  }
}
