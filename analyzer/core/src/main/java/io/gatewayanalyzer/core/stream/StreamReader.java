package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.payload.Dialect;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.ErrorReader;
import io.gatewayanalyzer.core.payload.EventType;
import io.gatewayanalyzer.core.payload.FinishReasons;
import io.gatewayanalyzer.core.payload.Marks;
import io.gatewayanalyzer.core.payload.MarksReader;
import io.gatewayanalyzer.core.payload.ObjectType;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.Arrays;

/**
 * Follows one stream to its end, whole or in pieces, and says how it ended whatever its HTTP
 * status. The protocol is taken from the frames, else from the API called. After an error frame
 * nothing is interpreted any more: neither {@code [DONE]} nor a second report of the same failure.
 * Not thread safe.
 */
public final class StreamReader {
  /** How much of an unfinished frame, or of an error frame, a saved state holds. */
  static final int MAX_SAVED_FRAME = 256 * 1024;

  private static final int STATE_VERSION = 1;
  private static final int MAX_STRAY = 500;
  private static final int MAX_MODEL = 256;

  private final SseReader frames = new SseReader(this::frame);
  private final MarksReader reader = new MarksReader();
  private final Marks marks = new Marks();
  private Api api;
  private long nowMs;
  private Dialect dialect;
  private StreamProtocol protocol;
  private Meaning meaning;
  private Meaning silent;
  private boolean certain;
  private boolean closed;
  private byte[] failure;
  private String failureName;
  private int count;
  private int framesBeforeError;
  private long inputTokens;
  private long outputTokens;
  private String model;
  private String stray;

  /**
   * Starts over with a new stream.
   *
   * @param called the API as logged; null when unknown
   * @param startMs when the attempt started, epoch milliseconds; reference for retry hints
   */
  public void begin(Api called, long startMs) {
    frames.reset();
    api = called;
    nowMs = startMs;
    speak(null);
    meaning = Meaning.GOES_ON;
    silent = Meaning.GOES_ON;
    certain = false;
    closed = false;
    failure = null;
    failureName = null;
    count = 0;
    framesBeforeError = -1;
    inputTokens = -1;
    outputTokens = -1;
    model = null;
    stray = null;
  }

  /** Reads the next piece. */
  public void read(Slice piece) {
    frames.read(piece.bytes(), piece.from(), piece.to());
  }

  /** Passes over a piece that is missing. */
  public void gap() {
    frames.gap();
  }

  /** Whether an error frame or the terminal event has been seen. */
  public boolean decided() {
    return meaning != Meaning.GOES_ON || silent != Meaning.GOES_ON;
  }

  /**
   * Whether the reading is final: an error frame was seen, or the event after which the protocol
   * sends nothing more. A finish reason alone is not: usage, other choices and an error may follow.
   */
  public boolean over() {
    boolean closedByUsage = dialect == Dialect.GEMINI || dialect == Dialect.BEDROCK;
    return certain || closed || (closedByUsage && decided() && outputTokens >= 0);
  }

  /** How many frames were too long to be carried over whole from piece to piece. */
  public int cutFrames() {
    return frames.cutFrames();
  }

  /** The frame that says what failed, as it was sent; null when none does. */
  public byte[] failure() {
    return failure == null ? null : failure.clone();
  }

  /**
   * Writes where the stream stands, never what it said: what the last piece left open (bounded) and
   * the facts so far. The API and the start are not part of it, for they may become known later.
   */
  public void save(StateWriter out) {
    out.number(STATE_VERSION);
    frames.save(out, MAX_SAVED_FRAME);
    out.word(dialect).word(meaning).word(silent).flag(certain).flag(closed);
    if (failure == null) {
      out.bytes(null);
    } else {
      out.bytes(failure, 0, Math.min(failure.length, MAX_SAVED_FRAME));
    }
    out.text(failureName).number(count).number(framesBeforeError);
    out.number(inputTokens).number(outputTokens);
    out.text(model == null || model.length() <= MAX_MODEL ? model : model.substring(0, MAX_MODEL));
    out.text(stray);
  }

  /**
   * Goes on where a reader was saved.
   *
   * @param in stands where the saved state begins
   * @param called the API as logged; null when unknown (yet)
   * @param startMs when the attempt started, epoch milliseconds; reference for retry hints
   * @throws IllegalStateException when the state is of a later version
   */
  public void restore(StateReader in, Api called, long startMs) {
    long version = in.number();
    if (version != STATE_VERSION) {
      throw new IllegalStateException("stream state of version " + version + " can not be read");
    }
    begin(called, startMs);
    frames.restore(in);
    speak(in.word(Dialect.values()));
    meaning = in.word(Meaning.values());
    silent = in.word(Meaning.values());
    certain = in.flag();
    closed = in.flag();
    failure = in.bytes();
    failureName = in.text();
    count = (int) in.number();
    framesBeforeError = (int) in.number();
    inputTokens = in.number();
    outputTokens = in.number();
    model = in.text();
    stray = in.text();
  }

  /**
   * Ends the stream.
   *
   * @param ended what the log notes about the end
   */
  public StreamReading end(Ended ended) {
    frames.end();
    hearTheSilent();
    StreamVerdict verdict = verdict(ended);
    ErrorFacts error = error();
    boolean cut = verdict == StreamVerdict.TRUNCATED || verdict == StreamVerdict.CLIENT_CLOSED;
    if (cut && error == null) {
      error = stray == null ? ErrorFacts.EMPTY : ErrorFacts.ofText(Shape.TEXT, stray);
      framesBeforeError = count;
    }
    return new StreamReading(verdict, error, framesBeforeError, inputTokens, outputTokens, model);
  }

  /** Frames that speak no dialect may only end a stream whose API ends by a finish reason. */
  private void hearTheSilent() {
    if (silent != Meaning.GOES_ON && api != Api.RESPONSES && api != Api.MESSAGES) {
      end(silent);
    }
  }

  /** What the failure says; a bad finish reason speaks for itself where nothing explains it. */
  private ErrorFacts error() {
    if (failure == null) {
      return failureName == null ? null : ErrorFacts.ofNames(Shape.FINISH_REASON, failureName);
    }
    ErrorFacts facts = ErrorReader.read(new Slice(failure, 0, failure.length), nowMs);
    boolean mute = failureName != null && facts.message() == null && facts.code() == null;
    return mute ? ErrorFacts.ofNames(Shape.FINISH_REASON, failureName) : facts;
  }

  private StreamVerdict verdict(Ended ended) {
    return switch (meaning) {
      case FINISHED -> StreamVerdict.COMPLETED;
      case CUT_SHORT -> StreamVerdict.INCOMPLETE;
      case FAILED -> StreamVerdict.FAILED_IN_BAND;
      case CANCELLED -> StreamVerdict.CLIENT_CLOSED;
      case GOES_ON -> openEnd(ended);
    };
  }

  /** A protocol nobody here knows has an end nobody here knows: then frames are all one can ask. */
  private StreamVerdict openEnd(Ended ended) {
    if (ended == Ended.CLIENT_CLOSED) {
      return StreamVerdict.CLIENT_CLOSED;
    }
    boolean foreign = dialect == null && count > 0 && (api == null || api == Api.OTHER);
    boolean whole = ended == Ended.COMPLETE || ended == Ended.UNKNOWN;
    return foreign && whole && stray == null ? StreamVerdict.COMPLETED : StreamVerdict.TRUNCATED;
  }

  private void frame(FrameKind kind, String event, byte[] bytes, int from, int to) {
    if (certain) {
      return;
    }
    switch (kind) {
      case ERROR_FIELD -> fail(bytes, from, to);
      case STRAY_LINE -> keepStray(bytes, from, to);
      default -> payload(event, bytes, from, to);
    }
  }

  private void keepStray(byte[] bytes, int from, int to) {
    if (isDone(bytes, from, to)) {
      close();
    } else if (stray == null) {
      stray = new Slice(bytes, from, Math.min(to, from + MAX_STRAY)).text();
    }
  }

  private void payload(String event, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !certain) {
      if (isDone(bytes, at, to)) {
        close();
        return;
      }
      reader.read(bytes, at, to, marks);
      if (marks.end == at && !"error".equals(event)) {
        keepStray(bytes, at, to);
        return;
      }
      read(event, bytes, at, to);
      at = skipBlanks(bytes, Math.max(marks.end, at + 1), to);
      count++;
    }
  }

  private static int skipBlanks(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] <= ' ' && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private void read(String event, byte[] bytes, int from, int to) {
    if (isError(event)) {
      fail(bytes, from, to);
      return;
    }
    note();
    Meaning read = protocol.read(marks);
    if (read == Meaning.FAILED || read == Meaning.CANCELLED) {
      failSoftly(read, bytes, from, to);
    } else if (read != Meaning.GOES_ON) {
      finish(read);
    }
  }

  private boolean isError(String event) {
    return marks.error
        || marks.blocked
        || marks.type == EventType.ERROR
        || marks.object == ObjectType.ERROR
        || (marks.flatError && !marks.answer)
        || "error".equals(event);
  }

  private void note() {
    if (marks.dialect != null && marks.dialect != dialect) {
      speak(marks.dialect);
    }
    if (marks.inputTokens >= 0) {
      inputTokens = marks.inputTokens;
    }
    if (marks.outputTokens >= 0) {
      outputTokens = marks.outputTokens;
    }
    if (model == null) {
      model = marks.model;
    }
    if (marks.refusal && meaning == Meaning.GOES_ON) {
      meaning = Meaning.FAILED;
      failureName = "refusal";
      framesBeforeError = count;
    }
  }

  private void close() {
    closed = true;
    end(Meaning.FINISHED);
  }

  private void finish(Meaning end) {
    if (dialect == null) {
      silent = silent == Meaning.CUT_SHORT ? silent : end;
      return;
    }
    closed |=
        dialect == Dialect.MESSAGES || dialect == Dialect.RESPONSES || dialect == Dialect.OLLAMA;
    end(end);
  }

  private void end(Meaning end) {
    if (meaning == Meaning.GOES_ON || (meaning == Meaning.FINISHED && end == Meaning.CUT_SHORT)) {
      meaning = end;
    }
  }

  private void fail(byte[] bytes, int from, int to) {
    meaning = Meaning.FAILED;
    certain = true;
    framesBeforeError = count;
    failure = Arrays.copyOfRange(bytes, from, to);
    failureName = null;
  }

  /** A bad end without an error object; a frame that explains it may still follow. */
  private void failSoftly(Meaning end, byte[] bytes, int from, int to) {
    meaning = end;
    framesBeforeError = count;
    failure = Arrays.copyOfRange(bytes, from, to);
    failureName = FinishReasons.isFailure(marks.finish) ? marks.finish : null;
    certain = marks.type != null && marks.finish == null;
  }

  private void speak(Dialect other) {
    dialect = other;
    protocol = StreamProtocols.of(other);
  }

  private static boolean isDone(byte[] bytes, int from, int to) {
    return to - from >= 6
        && bytes[from] == '['
        && bytes[from + 1] == 'D'
        && bytes[from + 2] == 'O'
        && bytes[from + 3] == 'N'
        && bytes[from + 4] == 'E'
        && bytes[from + 5] == ']';
  }
}
