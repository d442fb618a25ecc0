package io.gatewayanalyzer.app.analyze;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits bytes into lines without interpreting them: {@code \n} ends a line, a {@code \r} before it
 * belongs to the end, the last line needs none. Not thread safe.
 */
public final class LineReader {
  /** What {@link #next} gives for a line that is longer than allowed; its bytes are skipped. */
  public static final byte[] TOO_LONG = new byte[0];

  private static final int CHUNK = 1 << 18;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[CHUNK];
  private int position;
  private int limit;
  private long number;

  /** Reads the lines of {@code in}, none longer than {@code maxBytes}. */
  public LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * The next line without its end.
   *
   * @return the bytes, possibly none; {@link #TOO_LONG} itself for a line over the limit; null at
   *     the end of the input
   */
  public byte[] next() throws IOException {
    if (position == limit && !fill()) {
      return null;
    }
    number++;
    int end = indexOfLineFeed();
    if (end < 0) {
      return assemble();
    }
    byte[] line = end - position > maxBytes ? TOO_LONG : withoutReturn(buffer, position, end);
    position = end + 1;
    return line;
  }

  /** The number of the line that {@link #next} gave last, from 1. */
  public long number() {
    return number;
  }

  /** Whether the next line may have to be waited for. */
  public boolean drained() throws IOException {
    return position == limit && in.available() == 0;
  }

  /** Whether a line holds nothing but spaces and tabs. */
  public static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private byte[] assemble() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * CHUNK);
    boolean tooLong = false;
    while (true) {
      int feed = indexOfLineFeed();
      int end = feed < 0 ? limit : feed;
      tooLong |= (long) line.size() + end - position > maxBytes;
      if (tooLong) {
        line = new ByteArrayOutputStream(0);
      } else {
        line.write(buffer, position, end - position);
      }
      position = feed < 0 ? limit : feed + 1;
      if (feed >= 0 || !fill()) {
        return tooLong ? TOO_LONG : withoutReturn(line.toByteArray(), 0, line.size());
      }
    }
  }

  private int indexOfLineFeed() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private static byte[] withoutReturn(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return from == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, end);
  }
}
