package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.assemble.StreamInput;
import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Arrays;

/** Chunks and requests on their way to each other, packed. The topic is ours alone. */
public final class StreamInputs {
  private static final int CHUNK = 1;
  private static final int REQUEST = 2;

  private StreamInputs() {}

  /**
   * The raw record that a request on its way is.
   *
   * @return null for a chunk
   */
  public static RawRef requestRef(byte[] value) {
    return read(value) instanceof StreamInput.Request request ? request.ref() : null;
  }

  static byte[] write(StreamInput input) {
    StateWriter out = new StateWriter();
    out.number(input instanceof StreamInput.Chunk ? CHUNK : REQUEST);
    out.text(input.requestId()).number(input.ingestTimeMs());
    RawRef ref = input.ref();
    out.text(ref == null ? null : ref.topic());
    out.number(ref == null ? 0 : ref.partition()).number(ref == null ? 0 : ref.offset());
    if (input instanceof StreamInput.Chunk piece) {
      StreamChunk chunk = piece.chunk();
      Slice data = chunk.data();
      out.number(chunk.seq()).number(chunk.timestampMs()).word(chunk.ended());
      out.bytes(Arrays.copyOfRange(data.bytes(), data.from(), data.to()));
    } else if (input instanceof StreamInput.Request request) {
      out.number(request.timeMs()).bytes(request.record());
    }
    return out.toBytes();
  }

  /**
   * Reads one record of the topic.
   *
   * @throws IllegalStateException when it is of another kind, which only a bug of ours can cause
   */
  static StreamInput read(byte[] value) {
    StateReader in = new StateReader(value);
    long kind = in.number();
    String requestId = in.text();
    long ingestTimeMs = in.number();
    RawRef ref = new RawRef(in.text(), (int) in.number(), in.number());
    if (kind == REQUEST) {
      long timeMs = in.number();
      return new StreamInput.Request(requestId, in.bytes(), ref, timeMs, ingestTimeMs);
    }
    if (kind != CHUNK) {
      throw new IllegalStateException("the stream inputs topic holds something else");
    }
    long seq = in.number();
    long timestampMs = in.number();
    Ended ended = in.word(Ended.values());
    byte[] data = in.bytes();
    Slice slice = new Slice(data, 0, data.length);
    StreamChunk chunk = new StreamChunk(requestId, seq, timestampMs, slice, ended);
    return new StreamInput.Chunk(requestId, chunk, ref, ingestTimeMs);
  }
}
