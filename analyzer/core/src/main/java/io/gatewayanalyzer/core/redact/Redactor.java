package io.gatewayanalyzer.core.redact;

/**
 * Takes secrets out of any text that leaves the process.
 *
 * <p>Gone afterwards: provider keys by their prefixes, {@code Authorization} values, JWTs, values
 * assigned to names such as {@code api_key} or {@code password} (prose, JSON, JSON inside strings,
 * URLs), user info in URLs, PEM blocks, hex runs from 32 and mixed runs from 40 characters, e-mail
 * addresses, IPv4 addresses, account ids behind {@code org-} or {@code user-}. Each is replaced by
 * {@code [redacted]} or {@code [redacted:kind]}. Model names, request ids ({@code req_…}), UUIDs,
 * numbers, dates and other URLs stay.
 *
 * <p>All methods are pure, total over any string and linear in its length; null stays null; text
 * that holds nothing to hide comes back as the same instance. Applying them twice changes nothing
 * more.
 */
public final class Redactor {
  /** The longest metadata text that is written, characters; enough for every recorded shape. */
  public static final int MAX_METADATA_CHARS = 4_096;

  private static final int LOOK_BEHIND_CUT = 8_192;
  private static final char CUT = '…';

  private Redactor() {}

  /**
   * The text without its secrets.
   *
   * @param text any text; may be null
   * @return the same instance when nothing had to go; null for null
   */
  public static String redact(String text) {
    return text == null || isMachineWord(text) ? text : new Scan(text, Integer.MAX_VALUE).run();
  }

  /** Short snake_case words, as types and codes are, are too short and too plain for a secret. */
  private static boolean isMachineWord(String text) {
    if (text.length() >= KeyShapes.MIN_RUN) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_') {
        return false;
      }
    }
    return true;
  }

  /**
   * The text without its secrets, cut to a length; a cut never separates a surrogate pair and is
   * marked with {@code …}.
   *
   * @param text any text; may be null
   * @param maxChars the longest result, characters, at least 1
   * @return the same instance when nothing had to go; null for null
   */
  public static String redact(String text, int maxChars) {
    if (text == null) {
      return null;
    }
    // A secret that starts before the cut is seen whole within this much more, or cut off with it.
    String head = text.length() - LOOK_BEHIND_CUT > maxChars ? head(text, maxChars) : text;
    return cut(new Scan(head, maxChars).run(), maxChars);
  }

  private static String head(String text, int maxChars) {
    return text.substring(0, maxChars + LOOK_BEHIND_CUT);
  }

  /**
   * A payload's further fields without secrets and without what the user wrote: values of fields
   * such as {@code messages}, {@code prompt}, {@code flagged_input}, {@code raw} or {@code
   * authorization} are replaced as a whole. Text that is no JSON is treated as prose.
   *
   * @param json JSON text; may be null, invalid or cut off
   * @return at most {@link #MAX_METADATA_CHARS} characters; null for null
   */
  public static String metadata(String json) {
    return metadata(json, MAX_METADATA_CHARS);
  }

  /** As {@link #metadata(String)}, with another longest result. */
  public static String metadata(String json, int maxChars) {
    return json == null ? null : redact(new FieldBlanker(json).run(), maxChars);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Math.max(0, maxChars - 1);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }
}
