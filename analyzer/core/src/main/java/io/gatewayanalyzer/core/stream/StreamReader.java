package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.Dialect;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.ErrorReader;
import io.gatewayanalyzer.core.payload.EventType;
import io.gatewayanalyzer.core.payload.FinishReasons;
import io.gatewayanalyzer.core.payload.Marks;
import io.gatewayanalyzer.core.payload.MarksReader;
import io.gatewayanalyzer.core.payload.ObjectType;
import io.gatewayanalyzer.core.payload.Shape;

/**
 * Follows one stream to its end, whole or in pieces, and says how it ended whatever its HTTP
 * status. The protocol is taken from the frames, else from the API called. After an error frame
 * nothing is interpreted any more: neither {@code [DONE]} nor a second report of the same failure.
 * Not thread safe.
 */
public final class StreamReader {
  private static final int MAX_STRAY = 500;

  private final SseReader frames = new SseReader(this::frame);
  private final MarksReader reader = new MarksReader();
  private final Marks marks = new Marks();
  private Api api;
  private long nowMs;
  private Dialect dialect;
  private StreamProtocol protocol;
  private Meaning meaning;
  private boolean certain;
  private ErrorFacts error;
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
    dialect = null;
    protocol = null;
    meaning = Meaning.GOES_ON;
    certain = false;
    error = null;
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

  /** Whether an error frame or the terminal event has been seen. */
  public boolean decided() {
    return meaning != Meaning.GOES_ON;
  }

  /**
   * Ends the stream.
   *
   * @param ended what the log notes about the end
   */
  public StreamReading end(Ended ended) {
    frames.end();
    StreamVerdict verdict = verdict(ended);
    boolean cut = verdict == StreamVerdict.TRUNCATED || verdict == StreamVerdict.CLIENT_CLOSED;
    if (cut && error == null) {
      error = stray == null ? ErrorFacts.EMPTY : ErrorFacts.ofText(Shape.TEXT, stray);
      framesBeforeError = count;
    }
    return new StreamReading(verdict, error, framesBeforeError, inputTokens, outputTokens, model);
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
      finish(Meaning.FINISHED);
    } else if (stray == null) {
      stray = new Slice(bytes, from, Math.min(to, from + MAX_STRAY)).text();
    }
  }

  private void payload(String event, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !certain) {
      if (isDone(bytes, at, to)) {
        finish(Meaning.FINISHED);
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
    Meaning read = protocol().read(marks);
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
      dialect = marks.dialect;
      protocol = null;
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
      error = ErrorFacts.ofNames(Shape.FINISH_REASON, "refusal");
      framesBeforeError = count;
    }
  }

  private void finish(Meaning end) {
    if (meaning == Meaning.GOES_ON || (meaning == Meaning.FINISHED && end == Meaning.CUT_SHORT)) {
      meaning = end;
    }
  }

  private void fail(byte[] bytes, int from, int to) {
    meaning = Meaning.FAILED;
    certain = true;
    framesBeforeError = count;
    error = ErrorReader.read(new Slice(bytes, from, to), nowMs);
  }

  /** A bad end without an error object; a frame that explains it may still follow. */
  private void failSoftly(Meaning end, byte[] bytes, int from, int to) {
    meaning = end;
    framesBeforeError = count;
    ErrorFacts facts = ErrorReader.read(new Slice(bytes, from, to), nowMs);
    boolean mute =
        FinishReasons.isFailure(marks.finish) && facts.message() == null && facts.code() == null;
    error = mute ? ErrorFacts.ofNames(Shape.FINISH_REASON, marks.finish) : facts;
    certain = marks.type != null && marks.finish == null;
  }

  private StreamProtocol protocol() {
    if (protocol == null) {
      protocol = StreamProtocols.of(dialect, api);
    }
    return protocol;
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
