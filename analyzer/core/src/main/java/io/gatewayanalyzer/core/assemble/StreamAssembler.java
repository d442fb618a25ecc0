package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import io.gatewayanalyzer.core.stream.StreamReader;
import io.gatewayanalyzer.core.stream.StreamReading;
import java.util.List;

/**
 * Puts a stream and its request record together, whichever comes first, and says once how the
 * stream ended: as soon as the reading is final and the record is there, else when nothing more
 * came for the idle timeout. Afterwards it remembers the stream until it has been silent as long
 * once more, so that what comes late opens no second one.
 *
 * <p>The order of the chunks is the order of the stream: a chunk whose {@code seq} has been passed
 * is not read, and one that leaves some out is read as far as it can be understood. Pure, but
 * reuses its readers: one per thread.
 */
public final class StreamAssembler implements Step<OpenStream, StreamInput, Assembled> {
  private final long idleMs;
  private final long requestWaitMs;
  private final Decoder decoder = new Decoder();
  private final StreamReader reader = new StreamReader();

  /**
   * An assembler.
   *
   * @param idleMs after how long a silence a stream is over, milliseconds
   * @param requestWaitMs how long a stream that is over waits for its request record, milliseconds;
   *     then it is told alone
   */
  public StreamAssembler(long idleMs, long requestWaitMs) {
    this.idleMs = idleMs;
    this.requestWaitMs = requestWaitMs;
  }

  @Override
  public Decision<OpenStream, Assembled> on(OpenStream known, StreamInput input, long timeMs) {
    OpenStream state = known == null ? OpenStream.of(input.requestId()) : known;
    if (input instanceof StreamInput.Request request) {
      return onRequest(state, HeldRequest.of(request, decoder), timeMs);
    }
    return settle(onChunk(state, (StreamInput.Chunk) input), timeMs);
  }

  @Override
  public Decision<OpenStream, Assembled> due(OpenStream state, long timeMs) {
    if (state.answered()) {
      return new Decision<>(null, -1, List.of());
    }
    if (!state.over()) {
      return settle(state.with(state.notes().afterSilence()).closed(), timeMs);
    }
    return tell(state, List.of(assembled(state, null)), timeMs);
  }

  /** A record that says itself that it was refused needs no stream. */
  private Decision<OpenStream, Assembled> onRequest(
      OpenStream state, HeldRequest request, long timeMs) {
    OpenStream held = state.with(request);
    return settle(request.refused() ? held.closed() : held, timeMs);
  }

  private OpenStream onChunk(OpenStream state, StreamInput.Chunk input) {
    StreamChunk chunk = input.chunk();
    StreamNotes notes = state.notes();
    boolean numbered = chunk.seq() >= 0;
    if (numbered && chunk.seq() <= state.lastSeq()) {
      return state.with(notes.afterRepetition());
    }
    if (state.over()) {
      return state;
    }
    begin(state, null, 0);
    // Some count from 0, some from 1: what is missing before the first is at least this much.
    long missing = numbered ? chunk.seq() - Math.max(0, state.lastSeq()) - 1 : 0;
    if (missing > 0) {
      reader.gap();
    }
    reader.read(chunk.data());
    StateWriter saved = new StateWriter();
    reader.save(saved);
    return state.afterChunk(
        saved.toBytes(),
        reader.over() || chunk.ended() != null,
        chunk.ended(),
        numbered ? chunk.seq() : state.lastSeq(),
        input.ref(),
        notes.afterChunk(input.timeMs(), Math.max(0, missing), reader.cutFrames()));
  }

  private Decision<OpenStream, Assembled> settle(OpenStream state, long timeMs) {
    if (!state.over()) {
      return new Decision<>(state, timeMs + idleMs, List.of());
    }
    if (!state.requests().isEmpty()) {
      return tell(
          state,
          state.requests().stream().map(request -> assembled(state, request)).toList(),
          timeMs);
    }
    long wait = state.answered() ? idleMs : requestWaitMs;
    return new Decision<>(state, timeMs + wait, List.of());
  }

  private Decision<OpenStream, Assembled> tell(
      OpenStream state, List<Assembled> outputs, long timeMs) {
    return new Decision<>(state.told(), timeMs + idleMs, outputs);
  }

  private Assembled assembled(OpenStream state, HeldRequest request) {
    if (state.reader() == null) {
      return new Assembled(state.requestId(), request, state.ref(), null, null, state.notes());
    }
    if (request == null) {
      begin(state, null, state.notes().firstMs());
    } else {
      begin(state, request.api(), request.startMs());
    }
    StreamReading reading = reader.end(ended(state, request));
    return new Assembled(
        state.requestId(), request, state.ref(), reading, reader.failure(), state.notes());
  }

  private void begin(OpenStream state, Api api, long startMs) {
    if (state.reader() == null) {
      reader.begin(api, startMs);
    } else {
      reader.restore(new StateReader(state.reader()), api, startMs);
    }
  }

  /** The stream's own last word goes before the record's. */
  private static Ended ended(OpenStream state, HeldRequest request) {
    boolean said = state.ended() != null && state.ended() != Ended.UNKNOWN;
    if (said || request == null) {
      return said ? state.ended() : Ended.UNKNOWN;
    }
    return request.ended();
  }
}
