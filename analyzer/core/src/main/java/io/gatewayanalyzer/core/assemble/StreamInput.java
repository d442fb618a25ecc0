package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.event.RawRef;

/** What arrives for one request id: pieces of its stream, and its request record. */
public sealed interface StreamInput permits StreamInput.Chunk, StreamInput.Request {
  /** The request's id, by which stream and record are joined. */
  String requestId();

  /** Where it was read; null outside Kafka. */
  RawRef ref();

  /** When it happened, epoch milliseconds. */
  long timeMs();

  /** When it reached the raw topic, epoch milliseconds. */
  long ingestTimeMs();

  /**
   * A piece of the stream.
   *
   * @param requestId the key it came by
   * @param chunk the piece; read before the chunk reader's next call
   * @param ref where it was read; null outside Kafka
   * @param ingestTimeMs when it reached the raw topic, epoch milliseconds; stands in for a missing
   *     timestamp
   */
  record Chunk(String requestId, StreamChunk chunk, RawRef ref, long ingestTimeMs)
      implements StreamInput {
    @Override
    public long timeMs() {
      return chunk.timestampMs() >= 0 ? chunk.timestampMs() : ingestTimeMs;
    }
  }

  /**
   * The request record, whose {@code stream_logged} says that its frames come apart from it.
   *
   * @param requestId the key it came by
   * @param record the record as it arrived
   * @param ref where it was read; null outside Kafka
   * @param timeMs when the attempt was over as logged, epoch milliseconds; the ingest time when not
   *     logged
   * @param ingestTimeMs when it reached the raw topic, epoch milliseconds
   */
  record Request(String requestId, byte[] record, RawRef ref, long timeMs, long ingestTimeMs)
      implements StreamInput {}
}
