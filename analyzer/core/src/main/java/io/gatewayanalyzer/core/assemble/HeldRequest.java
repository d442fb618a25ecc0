package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;

/**
 * A request record that waits for the end of its stream.
 *
 * @param record the record, byte for byte
 * @param ref where it was read; null outside Kafka
 * @param ingestTimeMs when it reached the raw topic, epoch milliseconds
 * @param startMs when the attempt started, epoch milliseconds; the ingest time when not logged
 * @param api the API called; null when unknown
 * @param ended what the record notes about the end
 * @param refused whether its status and body already say that nothing was streamed
 */
public record HeldRequest(
    byte[] record,
    RawRef ref,
    long ingestTimeMs,
    long startMs,
    Api api,
    Ended ended,
    boolean refused) {
  private static final int FIRST_FAILURE_STATUS = 300;

  /** Takes from a decoded record what its stream is read with. */
  static HeldRequest of(StreamInput.Request input, Decoder decoder) {
    Decoded decoded = decoder.decode(input.record());
    if (decoded instanceof RawRequest request) {
      long startMs = request.timestampMs() >= 0 ? request.timestampMs() : input.ingestTimeMs();
      boolean answered = request.body() != null && !request.body().isBlank();
      return new HeldRequest(
          input.record(),
          input.ref(),
          input.ingestTimeMs(),
          startMs,
          request.origin().api(),
          request.ended(),
          answered && request.status() >= FIRST_FAILURE_STATUS);
    }
    return new HeldRequest(
        input.record(),
        input.ref(),
        input.ingestTimeMs(),
        input.ingestTimeMs(),
        null,
        Ended.UNKNOWN,
        true);
  }

  void write(StateWriter out) {
    out.bytes(record).number(ingestTimeMs).number(startMs).word(api).word(ended).flag(refused);
    write(out, ref);
  }

  static HeldRequest read(StateReader in) {
    byte[] record = in.bytes();
    long ingestTimeMs = in.number();
    long startMs = in.number();
    Api api = in.word(Api.values());
    Ended ended = in.word(Ended.values());
    boolean refused = in.flag();
    return new HeldRequest(record, readRef(in), ingestTimeMs, startMs, api, ended, refused);
  }

  static void write(StateWriter out, RawRef ref) {
    out.text(ref == null ? null : ref.topic());
    if (ref != null) {
      out.number(ref.partition()).number(ref.offset());
    }
  }

  static RawRef readRef(StateReader in) {
    String topic = in.text();
    return topic == null ? null : new RawRef(topic, (int) in.number(), in.number());
  }
}
