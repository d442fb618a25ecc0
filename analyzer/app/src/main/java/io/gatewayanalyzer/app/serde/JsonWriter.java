package io.gatewayanalyzer.app.serde;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes one JSON object, whose fields may be arrays, into a buffer that is used again for the
 * next. Fields that say nothing (null, -1, NaN) are left out. Not thread safe.
 */
final class JsonWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMA = {','};
  private static final int LARGEST_KEPT = 256 * 1024;
  private static final int REPEATED = 512;
  private static final int LONGEST_REPEATED = 64;

  private final String[] repeatedTexts = new String[REPEATED];
  private final byte[][] repeatedBytes = new byte[REPEATED][];
  private byte[] buffer = new byte[2048];
  private int size;
  private int arrayFrom;
  private int elementFrom;
  private int objectFrom;

  /** A field's name in the form it is written. */
  static byte[] name(String name) {
    return (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  void begin() {
    if (buffer.length > LARGEST_KEPT) {
      buffer = new byte[LARGEST_KEPT];
    }
    size = 0;
  }

  /** The object; every field was written with a comma in front, the first one opens the object. */
  byte[] end() {
    if (size == 0) {
      put('{');
    }
    put('}');
    byte[] json = Arrays.copyOf(buffer, size);
    json[0] = '{';
    return json;
  }

  /** A text, cut at {@code most} chars; null is left out. */
  void text(byte[] name, String value, int most) {
    if (value != null) {
      int length = Text.cut(value, most);
      reserve(name.length + 2 + 6 * length);
      raw(name);
      buffer[size++] = '"';
      escaped(value, length);
      buffer[size++] = '"';
    }
  }

  /**
   * A name that stands in record after record, cut at {@link Text#NAME} chars; null is left out.
   * Its bytes are remembered as long as no other name takes their place.
   */
  void repeated(byte[] name, String value) {
    if (value == null || value.length() > LONGEST_REPEATED) {
      text(name, value, Text.NAME);
      return;
    }
    int slot = value.hashCode() & REPEATED - 1;
    if (!value.equals(repeatedTexts[slot])) {
      int from = size;
      text(name, value, Text.NAME);
      repeatedTexts[slot] = value;
      repeatedBytes[slot] = Arrays.copyOfRange(buffer, from + name.length, size);
      return;
    }
    word(name, repeatedBytes[slot]);
  }

  /** A word that needs no escape; null is left out. */
  void word(byte[] name, byte[] value) {
    if (value != null) {
      reserve(name.length + value.length);
      raw(name);
      raw(value);
    }
  }

  /** A number; anything negative is left out. */
  void number(byte[] name, long value) {
    if (value >= 0) {
      reserve(name.length + 20);
      raw(name);
      digits(value);
    }
  }

  /** An amount of money with up to nine decimals; NaN and infinities are left out. */
  void amount(byte[] name, double value) {
    if (!Double.isNaN(value) && !Double.isInfinite(value)) {
      reserve(name.length + 32);
      raw(name);
      decimal(value);
    }
  }

  void bool(byte[] name, boolean value) {
    word(name, value ? Words.TRUE : Words.FALSE);
  }

  /** A point in time, RFC 3339 UTC with milliseconds. */
  void time(byte[] name, long epochMs) {
    reserve(name.length + Rfc3339.LENGTH + 2);
    raw(name);
    buffer[size++] = '"';
    Rfc3339.write(epochMs, buffer, size);
    size += Rfc3339.LENGTH;
    buffer[size++] = '"';
  }

  /** Texts, each cut at {@code most} chars. */
  void texts(byte[] name, List<String> values, int most) {
    beginArray(name);
    for (String value : values) {
      text(COMMA, value, most);
    }
    endArray();
  }

  /** Texts by their name, each cut at {@code most} chars. Names are ours and need no escape. */
  void texts(byte[] name, Map<String, String> values, int most) {
    beginObject(name);
    values.forEach((key, value) -> text(name(key), value, most));
    endObject();
  }

  /** Opens an object as a field; objects do not nest further. */
  void beginObject(byte[] name) {
    reserve(name.length + 2);
    raw(name);
    objectFrom = size;
  }

  void endObject() {
    if (size == objectFrom) {
      put('{');
    }
    buffer[objectFrom] = '{';
    put('}');
  }

  /** Opens an array; every element is written with a comma in front, the first one opens it. */
  void beginArray(byte[] name) {
    reserve(name.length + 2);
    raw(name);
    arrayFrom = size;
  }

  /** A word that needs no escape, as an element. */
  void element(byte[] value) {
    reserve(1 + value.length);
    raw(COMMA);
    raw(value);
  }

  /** Opens an object as an element; its fields follow. */
  void beginElement() {
    reserve(2);
    raw(COMMA);
    elementFrom = size;
  }

  void endElement() {
    if (size == elementFrom) {
      put('{');
    }
    buffer[elementFrom] = '{';
    put('}');
  }

  void endArray() {
    if (size == arrayFrom) {
      put('[');
    }
    buffer[arrayFrom] = '[';
    put(']');
  }

  private void escaped(String value, int length) {
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
        buffer[size++] = (byte) c;
      } else if (c < 0x80) {
        escape(c);
      } else {
        i += wide(value, i, length, c);
      }
    }
  }

  private void escape(char c) {
    buffer[size++] = '\\';
    switch (c) {
      case '"', '\\' -> buffer[size++] = (byte) c;
      case '\n' -> buffer[size++] = 'n';
      case '\r' -> buffer[size++] = 'r';
      case '\t' -> buffer[size++] = 't';
      default -> {
        buffer[size++] = 'u';
        buffer[size++] = '0';
        buffer[size++] = '0';
        buffer[size++] = HEX[c >> 4];
        buffer[size++] = HEX[c & 15];
      }
    }
  }

  /** Writes what is not ASCII and returns how many further chars that took. */
  private int wide(String value, int at, int length, char c) {
    if (c < 0x800) {
      buffer[size++] = (byte) (0xC0 | c >> 6);
      buffer[size++] = (byte) (0x80 | c & 0x3F);
      return 0;
    }
    if (!Character.isSurrogate(c)) {
      three(c);
      return 0;
    }
    if (Character.isHighSurrogate(c)
        && at + 1 < length
        && Character.isLowSurrogate(value.charAt(at + 1))) {
      int point = Character.toCodePoint(c, value.charAt(at + 1));
      buffer[size++] = (byte) (0xF0 | point >> 18);
      buffer[size++] = (byte) (0x80 | point >> 12 & 0x3F);
      buffer[size++] = (byte) (0x80 | point >> 6 & 0x3F);
      buffer[size++] = (byte) (0x80 | point & 0x3F);
      return 1;
    }
    // Half a pair has no UTF-8 form.
    three('\uFFFD');
    return 0;
  }

  private void three(char c) {
    buffer[size++] = (byte) (0xE0 | c >> 12);
    buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | c & 0x3F);
  }

  private void decimal(double value) {
    double magnitude = Math.abs(value);
    long billionths = Math.round(magnitude * 1e9);
    if (magnitude >= 1e9) {
      raw(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    if (value < 0 && billionths > 0) {
      buffer[size++] = '-';
    }
    digits(billionths / 1_000_000_000);
    long fraction = billionths % 1_000_000_000;
    if (fraction > 0) {
      buffer[size++] = '.';
      for (long unit = 100_000_000; fraction > 0; unit /= 10) {
        buffer[size++] = (byte) ('0' + fraction / unit);
        fraction %= unit;
      }
    }
  }

  private void digits(long value) {
    int length = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      length++;
    }
    long rest = value;
    for (int at = size + length - 1; at >= size; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  private void raw(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void put(char c) {
    reserve(1);
    buffer[size++] = (byte) c;
  }

  private void reserve(int more) {
    if (buffer.length - size <= more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more + 1));
    }
  }
}
