package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.ErrorFacts;

/**
 * A stable id of an error's shape: equal for errors that differ only in ids, numbers, quoted text,
 * addresses and model names. 16 hex digits; the same across releases, so it may be a key.
 */
public final class Fingerprint {
  private static final char FIELD = '\u0001';
  private static final int HEAD_BYTES = 64;

  private Fingerprint() {}

  /**
   * The id of a decoded error.
   *
   * @param facts what the payload says
   * @param status the effective status; 0 when unknown
   */
  public static String of(ErrorFacts facts, int status) {
    long hash = Hash64.add(Hash64.START, (char) (status / 100));
    int depth = 0;
    for (ErrorFacts layer = facts;
        layer != null && depth < Subject.LAYERS_MAX;
        layer = layer.inner()) {
      hash = layer(hash, layer);
      depth++;
    }
    return Hash64.hex(hash);
  }

  /**
   * The id of bytes that could not be decoded: the reason, and the kinds of characters they start
   * with.
   *
   * @param record may be null
   */
  public static String ofUndecodable(String reason, byte[] record) {
    long hash = Hash64.add(Hash64.add(Hash64.START, reason), FIELD);
    char previous = 0;
    int length = record == null ? 0 : Math.min(record.length, HEAD_BYTES);
    for (int i = 0; i < length; i++) {
      char kind = kind(record[i]);
      if (kind != previous) {
        hash = Hash64.add(hash, kind);
      }
      previous = kind;
    }
    return Hash64.hex(hash);
  }

  private static long layer(long start, ErrorFacts facts) {
    long hash = Hash64.add(start, facts.shape().wire());
    hash = word(hash, facts.type());
    hash = word(hash, facts.code());
    for (int i = 0; i < facts.names().size(); i++) {
      hash = word(hash, facts.names().get(i));
    }
    hash = Hash64.add(hash, (char) (facts.declaredStatus() / 100));
    return MessageShape.add(Hash64.add(hash, FIELD), facts.message());
  }

  private static long word(long hash, String word) {
    return Hash64.add(word == null ? hash : Hash64.add(hash, Layer.lower(word)), FIELD);
  }

  private static char kind(byte b) {
    char c = (char) (b & 0xFF);
    if (c >= 0x80) {
      return 'h';
    }
    if (Character.isLetter(c)) {
      return 'a';
    }
    if (Character.isDigit(c)) {
      return '0';
    }
    return c > ' ' ? c : c == 0 || c >= 14 && c < ' ' ? 'c' : ' ';
  }
}
