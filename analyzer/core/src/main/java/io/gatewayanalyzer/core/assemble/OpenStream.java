package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one stream: where its protocol stands, never what it said. Immutable; the
 * arrays are not to be written to.
 *
 * @param requestId the key
 * @param reader the stream reader's saved state; null while no chunk came
 * @param over whether the stream's reading is final, so further chunks are only counted
 * @param answered whether somebody was told
 * @param ended how the last chunk says the stream ended; null when none says
 * @param lastSeq the highest {@code seq} so far; -1 when none was numbered
 * @param ref where the last chunk was read; null when none was, or outside Kafka
 * @param notes what was noted so far
 * @param requests the request records that wait; more than one only when a record came twice
 */
public record OpenStream(
    String requestId,
    byte[] reader,
    boolean over,
    boolean answered,
    Ended ended,
    long lastSeq,
    RawRef ref,
    StreamNotes notes,
    List<HeldRequest> requests) {
  private static final int VERSION = 1;
  private static final StreamNotes NOTHING = new StreamNotes(-1, -1, 0, 0, 0, 0, false);

  static OpenStream of(String requestId) {
    return new OpenStream(requestId, null, false, false, null, -1, null, NOTHING, List.of());
  }

  OpenStream with(HeldRequest request) {
    List<HeldRequest> more = new ArrayList<>(requests);
    more.add(request);
    return new OpenStream(
        requestId, reader, over, answered, ended, lastSeq, ref, notes, List.copyOf(more));
  }

  OpenStream with(StreamNotes other) {
    return new OpenStream(requestId, reader, over, answered, ended, lastSeq, ref, other, requests);
  }

  OpenStream afterChunk(
      byte[] state, boolean end, Ended said, long seq, RawRef at, StreamNotes other) {
    return new OpenStream(
        requestId, state, end, answered, said == null ? ended : said, seq, at, other, requests);
  }

  /** The stream is over. */
  OpenStream closed() {
    return new OpenStream(requestId, reader, true, answered, ended, lastSeq, ref, notes, requests);
  }

  /** Everybody who waited was told. */
  OpenStream told() {
    return new OpenStream(requestId, reader, over, true, ended, lastSeq, ref, notes, List.of());
  }

  /** Packs it into few bytes; {@link #decode} reads them. */
  public byte[] encode() {
    StateWriter out = new StateWriter();
    out.number(VERSION).text(requestId).bytes(reader).flag(over).flag(answered).word(ended);
    HeldRequest.write(out, ref);
    out.number(lastSeq).number(notes.firstMs()).number(notes.lastMs() - notes.firstMs());
    out.number(notes.chunks()).number(notes.missing()).number(notes.repeated());
    out.number(notes.cutFrames()).flag(notes.silent()).number(requests.size());
    requests.forEach(request -> request.write(out));
    return out.toBytes();
  }

  /**
   * Reads what {@link #encode} packed.
   *
   * @throws IllegalStateException when it is of a later version
   */
  public static OpenStream decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    long version = in.number();
    if (version != VERSION) {
      throw new IllegalStateException("open stream of version " + version + " can not be read");
    }
    String requestId = in.text();
    byte[] reader = in.bytes();
    boolean over = in.flag();
    boolean answered = in.flag();
    Ended ended = in.word(Ended.values());
    RawRef ref = HeldRequest.readRef(in);
    long lastSeq = in.number();
    StreamNotes notes = readNotes(in);
    List<HeldRequest> requests = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      requests.add(HeldRequest.read(in));
    }
    return new OpenStream(
        requestId, reader, over, answered, ended, lastSeq, ref, notes, List.copyOf(requests));
  }

  private static StreamNotes readNotes(StateReader in) {
    long firstMs = in.number();
    return new StreamNotes(
        firstMs,
        firstMs + in.number(),
        in.number(),
        in.number(),
        in.number(),
        (int) in.number(),
        in.flag());
  }
}
