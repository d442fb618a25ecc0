package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.payload.Headers;
import io.gatewayanalyzer.core.stream.StreamReading;

/**
 * A request and how its stream ended: all the judge needs to judge it as if the stream had been in
 * the record.
 *
 * @param requestId what joined the two
 * @param request the request record; null when none came
 * @param lastChunk where its last chunk was read; null when none came, or outside Kafka
 * @param stream how the stream ended; null when no chunk came
 * @param failure the frame that says what failed, as it was sent; null when none does
 * @param notes gaps and repetitions
 */
public record Assembled(
    String requestId,
    HeldRequest request,
    RawRef lastChunk,
    StreamReading stream,
    byte[] failure,
    StreamNotes notes) {
  private static final Origin NOBODY =
      new Origin(null, null, null, null, null, null, null, null, null);

  /** Where it was read: the record, or without one the last chunk. */
  public RawRef ref() {
    return request == null ? lastChunk : request.ref();
  }

  /**
   * The request for the judge: the record decoded, or what the chunks alone tell of it.
   *
   * @return valid until the decoder's next call
   */
  public RawRequest decode(Decoder decoder) {
    if (request != null && decoder.decode(request.record()) instanceof RawRequest raw) {
      return raw;
    }
    return new RawRequest(
        requestId,
        null,
        null,
        notes.firstMs(),
        Math.max(0, notes.lastMs() - notes.firstMs()),
        NOBODY,
        null,
        null,
        0,
        Headers.NONE,
        null,
        null,
        true,
        Ended.UNKNOWN,
        -1,
        -1,
        Double.NaN,
        Double.NaN,
        null,
        null);
  }
}
