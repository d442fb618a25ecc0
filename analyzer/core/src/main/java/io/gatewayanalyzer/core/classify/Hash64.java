package io.gatewayanalyzer.core.classify;

/** A 64-bit FNV-1a hash over characters, stable across releases and machines. */
final class Hash64 {
  /** The hash of nothing. */
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private Hash64() {}

  static long add(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = add(sum, text.charAt(i));
    }
    return sum;
  }

  /** The hash as 16 hex digits, its bits mixed so that any part of them is a hash as well. */
  static String hex(long hash) {
    long mixed = hash ^ hash >>> 33;
    mixed *= 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    mixed *= 0xc4ceb9fe1a85ec53L;
    mixed ^= mixed >>> 33;
    char[] digits = new char[16];
    for (int i = 15; i >= 0; i--) {
      digits[i] = Character.forDigit((int) (mixed & 15), 16);
      mixed >>>= 4;
    }
    return new String(digits);
  }
}
