package io.gatewayanalyzer.app.topology;

import java.util.Set;

/** Every node of the wiring, in the order of the line; the frozen description holds them. */
final class Names {
  static final String RAW_REQUESTS = "raw-requests";
  static final String DECODE = "decode";
  static final String CLASSIFY = "classify";
  static final String RAW_STREAMS = "raw-streams";
  static final String DECODE_CHUNKS = "decode-chunks";
  static final String STREAM_REQUESTS = "stream-requests";
  static final String STREAM_CHUNKS = "stream-chunks";
  static final String UNKNOWN_CHUNKS = "unknown-chunks";
  static final String STREAM_INPUTS_BY_REQUEST = "stream-inputs-by-request";
  static final String ASSEMBLE = "assemble";
  static final String CLASSIFY_STREAMS = "classify-streams";
  static final String STREAM_ATTEMPTS = "stream-attempts";
  static final String STREAM_ERRORS = "stream-errors";
  static final String STREAM_UNKNOWN = "stream-unknown";
  static final String ATTEMPTS = "attempts";
  static final String ERRORS = "errors";
  static final String UNKNOWN = "unknown";
  static final String ATTEMPTS_BY_OPERATION = "attempts-by-operation";
  static final String READ_ATTEMPTS = "read-attempts";
  static final String CORRELATE = "correlate";
  static final String OPERATIONS = "operations";
  static final String COUNT = "count";
  static final String COUNTS = "counts";
  static final String UNKNOWN_BY_SHAPE = "unknown-by-shape";
  static final String COUNT_UNKNOWN = "count-unknown";
  static final String COUNTS_OF_UNKNOWN = "counts-of-unknown";
  static final String COUNTS_BY_GATEWAY = "counts-by-gateway";
  static final String READ_COUNTS = "read-counts";
  static final String ALERT = "alert";
  static final String INHIBIT = "inhibit";
  static final String ALERTS = "alerts";

  /** Where open streams are kept; its changelog in Kafka carries the name. */
  static final String STREAMS_STORE = "streams";

  /** Where open operations are kept; its changelog in Kafka carries the name. */
  static final String OPERATIONS_STORE = "operations";

  /** Where alerts' scopes are kept; its changelog in Kafka carries the name. */
  static final String SCOPES_STORE = "scopes";

  /** Where alerts are kept that explain others or are explained; so is its changelog called. */
  static final String MUTED_STORE = "muted";

  /** How far the task that correlates has come; in no changelog. */
  static final String ATTEMPT_CLOCK = "attempt-clock";

  /** How far the task that alerts has come; in no changelog. */
  static final String COUNT_CLOCK = "count-clock";

  /** Where counting is told of commits; in no changelog. */
  static final String COUNT_COMMITS = "count-commits";

  /** Where counting unknown records is told of commits; in no changelog. */
  static final String COUNT_UNKNOWN_COMMITS = "count-unknown-commits";

  /**
   * The nodes left of the attempts topic. Only they meet foreign bytes, hold no state and may
   * therefore go on after an exception of ours: the record is set aside and nothing is counted
   * twice when it is replayed.
   */
  static final Set<String> LEFT_OF_ATTEMPTS = Set.of(DECODE, DECODE_CHUNKS, CLASSIFY);

  private Names() {}
}
