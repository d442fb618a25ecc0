package io.gatewayanalyzer.core.correlate;

import java.nio.charset.StandardCharsets;

/** Reads what {@link StateWriter} wrote, and only that: anything else is a bug. */
final class StateReader {
  private static final int GROUP_BITS = 7;
  private static final int GROUP = 0x7f;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private int at;

  StateReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    return bytes[at++] & 0xff;
  }

  long number() {
    long value = 0;
    int shift = 0;
    int octet = octet();
    while ((octet & MORE) != 0) {
      value |= (long) (octet & GROUP) << shift;
      shift += GROUP_BITS;
      octet = octet();
    }
    return value | (long) octet << shift;
  }

  double real() {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << Byte.SIZE | octet();
    }
    return Double.longBitsToDouble(bits);
  }

  String text() {
    int length = (int) number() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
