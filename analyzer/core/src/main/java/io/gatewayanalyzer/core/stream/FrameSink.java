package io.gatewayanalyzer.core.stream;

/** Receives the frames of a stream in their order. */
@FunctionalInterface
public interface FrameSink {
  /**
   * One frame. The bytes are valid during the call only.
   *
   * @param kind what carried it
   * @param event the event's name; null when it had none
   * @param bytes the buffer that holds the payload
   * @param from first byte of the payload
   * @param to one past its last byte
   */
  void frame(FrameKind kind, String event, byte[] bytes, int from, int to);
}
