package io.gatewayanalyzer.app.topology;

/**
 * How large records and requests may be, all derived from the largest raw record that is decoded.
 * Each step along the line adds headers, and compression may add a little to what does not
 * compress, so each limit is above the one before it: what could be read can be written.
 */
final class Sizes {
  private static final int SLACK = 1024 * 1024;

  private Sizes() {}

  /** Largest batch of the raw topics. */
  static int rawMessageBytes(int maxBytes) {
    return maxBytes + maxBytes / 128 + SLACK / 2;
  }

  /** Largest batch of the topics that take raw bytes with headers of ours. */
  static int unknownMessageBytes(int maxBytes) {
    return maxBytes + maxBytes / 64 + SLACK;
  }

  /** Largest record we send, headers included; beyond it the payload stays in the raw topic. */
  static int sendBytes(int maxBytes) {
    return maxBytes + SLACK / 2;
  }

  /** Largest request of our producer. */
  static int requestBytes(int maxBytes) {
    return unknownMessageBytes(maxBytes);
  }

  /** Buffer of our producer: holds the largest record beside ordinary batches. */
  static long bufferBytes(int maxBytes) {
    return 64L * SLACK + requestBytes(maxBytes);
  }
}
