package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.json.Swar;
import io.gatewayanalyzer.core.json.TextCache;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;

/**
 * Reads an event stream by the WHATWG rules (CR, LF and CRLF, a byte order mark, comments, data
 * over several lines, fields without colon), in pieces cut anywhere: what a piece leaves open is
 * carried over, so the frames do not depend on where the cuts are.
 *
 * <p>Where real streams leave the rules it keeps what the rules would drop: an {@code error} field,
 * JSON lines, stray lines, JSON that goes on in lines of its own after one {@code data:}, and an
 * event that the end of the stream cuts off. Not thread safe.
 */
public final class SseReader {
  /** Event names are short; of a longer one nothing depends on the rest. */
  private static final int MAX_EVENT = 64;

  private final FrameSink sink;
  private final TextCache names = new TextCache();
  private final Bytes line = new Bytes();
  private final Bytes data = new Bytes();
  private byte[] dataBytes;
  private int dataFrom;
  private int dataTo;
  private boolean hasData;
  private String event;
  private boolean skipLineFeed;
  private boolean started;
  private boolean lineCut;
  private boolean afterGap;
  private int cutFrames;

  /** A reader that hands its frames to a sink. */
  public SseReader(FrameSink sink) {
    this.sink = sink;
  }

  /** Forgets everything, ready for another stream. */
  public void reset() {
    line.clear();
    clearEvent();
    skipLineFeed = false;
    started = false;
    lineCut = false;
    afterGap = false;
    cutFrames = 0;
  }

  /**
   * Passes over a piece that is missing. What it left open can not be completed any more, and what
   * comes next may be the end of a line: it is only read when it looks like the start of one.
   */
  public void gap() {
    line.clear();
    clearEvent();
    skipLineFeed = false;
    lineCut = false;
    afterGap = true;
    started = true;
  }

  /** How many frames were longer than what may be carried over, so that their end was left out. */
  public int cutFrames() {
    return cutFrames;
  }

  /**
   * Writes what the last piece left open.
   *
   * @param maxOpenBytes how much of one line, and of one event's data, is kept; the rest is left
   *     out
   */
  void save(StateWriter out, int maxOpenBytes) {
    if (line.length() > maxOpenBytes) {
      line.cut(maxOpenBytes);
      cutFrames += lineCut ? 0 : 1;
      lineCut = true;
    }
    if (hasData && data.length() > maxOpenBytes) {
      data.cut(maxOpenBytes);
      useOwnData();
      cutFrames++;
    }
    out.bytes(line.array(), 0, line.length());
    if (hasData) {
      out.bytes(dataBytes, dataFrom, dataTo);
    } else {
      out.bytes(null);
    }
    out.text(event == null || event.length() <= MAX_EVENT ? event : event.substring(0, MAX_EVENT));
    out.flag(skipLineFeed).flag(started).flag(lineCut).flag(afterGap).number(cutFrames);
  }

  /** Goes on where a reader was saved. */
  void restore(StateReader in) {
    reset();
    byte[] openLine = in.bytes();
    line.append(openLine, 0, openLine.length);
    byte[] openData = in.bytes();
    if (openData != null) {
      hasData = true;
      data.append(openData, 0, openData.length);
      useOwnData();
    }
    event = in.text();
    skipLineFeed = in.flag();
    started = in.flag();
    lineCut = in.flag();
    afterGap = in.flag();
    cutFrames = (int) in.number();
  }

  /** Reads the next piece of the stream. */
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (skipLineFeed) {
        skipLineFeed = false;
        if (bytes[at] == '\n') {
          at++;
          continue;
        }
      }
      int stop = Swar.indexOf(bytes, at, to, '\n', '\r');
      if (stop == to) {
        line.append(bytes, lineCut ? to : at, to);
        break;
      }
      skipLineFeed = bytes[stop] == '\r';
      endLine(bytes, lineCut ? stop : at, stop);
      lineCut = false;
      at = stop + 1;
    }
    keepOpenData();
  }

  /** Ends the stream: what is still open is handed out as it is. */
  public void end() {
    if (line.length() > 0) {
      endLine(line.array(), 0, 0);
    }
    dispatch();
  }

  private void endLine(byte[] bytes, int from, int to) {
    if (line.length() == 0) {
      readLine(bytes, from, to);
      return;
    }
    line.append(bytes, from, to);
    readLine(line.array(), 0, line.length());
    keepOpenData();
    line.clear();
  }

  private void readLine(byte[] bytes, int from, int to) {
    int start = from;
    if (!started) {
      started = true;
      start = afterByteOrderMark(bytes, from, to);
    }
    if (start == to) {
      dispatch();
      return;
    }
    readLineOf(bytes, start, to);
    afterGap = false;
  }

  private void readLineOf(byte[] bytes, int start, int to) {
    switch (bytes[start]) {
      case ':' -> {}
      case 'd' -> readField(bytes, start, to, "data");
      case 'e' ->
          readField(
              bytes,
              start,
              to,
              bytes[start + 1 < to ? start + 1 : start] == 'v' ? "event" : "error");
      case 'i' -> readField(bytes, start, to, "id");
      case 'r' -> readField(bytes, start, to, "retry");
      default -> readOtherLine(bytes, start, to);
    }
  }

  private static int afterByteOrderMark(byte[] bytes, int from, int to) {
    boolean marked =
        to - from >= 3
            && bytes[from] == (byte) 0xEF
            && bytes[from + 1] == (byte) 0xBB
            && bytes[from + 2] == (byte) 0xBF;
    return marked ? from + 3 : from;
  }

  private void readField(byte[] bytes, int from, int to, String field) {
    int colon = from + field.length();
    boolean named = colon <= to && spells(bytes, from, field);
    if (!named || (colon < to && bytes[colon] != ':')) {
      readOtherLine(bytes, from, to);
      return;
    }
    int value = Math.min(to, colon + 1);
    if (value < to && bytes[value] == ' ') {
      value++;
    }
    switch (field) {
      case "data" -> addData(bytes, value, to);
      case "event" -> event = names.get(bytes, value, to);
      case "error" -> sink.frame(FrameKind.ERROR_FIELD, event, bytes, value, to);
      default -> {}
    }
  }

  private static boolean spells(byte[] bytes, int from, String field) {
    for (int i = 0; i < field.length(); i++) {
      if (bytes[from + i] != field.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void readOtherLine(byte[] bytes, int from, int to) {
    if (hasData) {
      addData(bytes, from, to);
    } else if (bytes[from] == '{' || bytes[from] == '[') {
      sink.frame(FrameKind.JSON_LINE, event, bytes, from, to);
    } else if (!afterGap) {
      sink.frame(FrameKind.STRAY_LINE, event, bytes, from, to);
    }
  }

  private void addData(byte[] bytes, int from, int to) {
    if (!hasData) {
      hasData = true;
      dataBytes = bytes;
      dataFrom = from;
      dataTo = to;
      return;
    }
    keepOpenData();
    data.append('\n');
    data.append(bytes, from, to);
    useOwnData();
  }

  /** Copies the open event's data, because the buffer it lies in is about to change. */
  private void keepOpenData() {
    if (hasData && dataBytes != data.array()) {
      data.clear();
      data.append(dataBytes, dataFrom, dataTo);
      useOwnData();
    }
  }

  private void useOwnData() {
    dataBytes = data.array();
    dataFrom = 0;
    dataTo = data.length();
  }

  private void dispatch() {
    if (hasData) {
      sink.frame(FrameKind.DATA, event, dataBytes, dataFrom, dataTo);
    }
    clearEvent();
  }

  private void clearEvent() {
    hasData = false;
    dataBytes = null;
    event = null;
    data.clear();
  }
}
