package io.gatewayanalyzer.app.topology;

/**
 * The Kafka timestamp of attempts and errors: the event time, as long as it lies in the day before
 * the raw record's own timestamp, else that timestamp. Kafka deletes by timestamp and refuses times
 * in the future, so a wrong clock in one log, or a log from last year, must not decide how long our
 * records live. The event time itself is in the record, unchanged.
 */
final class OutputTime {
  private static final long DAY_MS = 86_400_000;

  private OutputTime() {}

  static long of(long eventTimeMs, long recordTimeMs) {
    boolean near =
        eventTimeMs >= 0 && eventTimeMs <= recordTimeMs && recordTimeMs - eventTimeMs <= DAY_MS;
    return near ? eventTimeMs : recordTimeMs;
  }
}
