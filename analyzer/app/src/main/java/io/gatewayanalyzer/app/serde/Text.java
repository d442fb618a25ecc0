package io.gatewayanalyzer.app.serde;

/** How much text of foreign origin goes into a record, so that the record stays a small one. */
public final class Text {
  /** Longest name or id, in chars. */
  public static final int NAME = 1_024;

  /** Longest prose, in chars. */
  public static final int PROSE = 16_384;

  private Text() {}

  /** A name or id as our records carry it: cut when it is absurdly long; null stays null. */
  public static String name(String value) {
    return value == null || value.length() <= NAME ? value : value.substring(0, cut(value, NAME));
  }

  /** Where to cut so that at most {@code most} chars remain and no pair is torn. */
  static int cut(String value, int most) {
    if (value.length() <= most) {
      return value.length();
    }
    return Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
  }
}
