package io.gatewayanalyzer.core.redact;

import java.util.Arrays;

/**
 * What credentials look like by themselves: prefixes that providers give their keys, JWTs, long
 * random runs, account ids.
 */
final class KeyShapes {
  private static final String[] NONE = {};

  /** Prefixes that stand for a key at the start of a word when enough follows. */
  private static final String[][] STRONG =
      byFirst(
          "sk-",
          "sk_",
          "rk_",
          "xai-",
          "AIza",
          "AKIA",
          "ASIA",
          "ABSK",
          "LTAI",
          "pplx-",
          "github_pat_",
          "glpat-",
          "xoxa-",
          "xoxb-",
          "xoxe-",
          "xoxp-",
          "xoxr-",
          "xoxs-",
          "xapp-",
          "nvapi-",
          "csk-",
          "tgp_v1_",
          "dop_v1_",
          "tvly-",
          "pypi-",
          "sess-",
          "pk-lf-",
          "ya29",
          "eyJ");

  /** Prefixes of keys that are one plain run; they start the names of variables, too. */
  private static final String[][] PLAIN =
      byFirst(
          "gsk_", "hf_", "r8_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "vck_", "rpa_", "jina_",
          "whsec_", "npm_");

  /** Prefixes that are words too: what follows must look random. */
  private static final String[][] WEAK =
      byFirst(
          "key-", "key_", "ak-", "ak_", "pa-", "fw_", "fw-", "fc-", "pk-", "pk_", "ng-", "aa-",
          "tp-", "api-", "api_", "token-", "token_", "secret-", "secret_", "dapi", "SG", "AQ",
          "ALTAK-");

  private static final String[][] ACCOUNTS =
      byFirst(
          "org-", "org_", "user-", "user_", "usr_", "proj-", "proj_", "acct-", "acct_", "cus_",
          "team_");

  /** Ids that help to find a request again and open nothing. */
  private static final String[][] REQUEST_IDS =
      byFirst(
          "req-",
          "req_",
          "request-",
          "request_",
          "chatcmpl-",
          "cmpl-",
          "gen-",
          "msg_",
          "resp_",
          "call_",
          "toolu_",
          "run_",
          "batch_",
          "file-",
          "thread_",
          "asst_",
          "rs_",
          "fc_",
          "evt_",
          "event_",
          "trace-");

  private static final int MAX_LOOK = 256;
  private static final int MIN_STRONG_BODY = 16;
  private static final int MIN_RANDOM_BODY = 6;
  private static final int MIN_PLAIN_BODY = 10;
  private static final int MIN_SEGMENT = 12;
  static final int MIN_RUN = 32;

  private KeyShapes() {}

  /** Whether a key starts at the start of a word; the word ends at {@code to}. */
  static boolean startsKey(String text, int from, int to) {
    int strong = prefix(STRONG, text, from);
    if (strong > 0) {
      return strongBody(text, from + strong, lookEnd(text, from + strong, to));
    }
    int plain = prefix(PLAIN, text, from);
    if (plain > 0) {
      return plainBody(text, from + plain);
    }
    int weak = prefix(WEAK, text, from);
    return weak > 0 && hasRandomSegment(text, from + weak, lookEnd(text, from + weak, to));
  }

  private static boolean strongBody(String text, int from, int to) {
    boolean mixed = Chars.has(text, from, to, Chars.DIGIT) || masked(text, from, to);
    boolean words =
        Chars.has(text, from, to, Chars.JOINT) && !Chars.has(text, from, to, Chars.UPPER);
    return to - from >= (mixed ? MIN_RANDOM_BODY : words ? Integer.MAX_VALUE : MIN_STRONG_BODY);
  }

  private static boolean plainBody(String text, int from) {
    int end = Chars.runEnd(text, from, Chars.ALNUM);
    boolean mixed = Chars.has(text, from, end, Chars.DIGIT | Chars.UPPER);
    return end - from >= (mixed ? MIN_PLAIN_BODY : MIN_STRONG_BODY) || masked(text, end, end + 1);
  }

  /** Whether a key starts inside a word, glued to what stands before it. */
  static boolean continuesAsKey(String text, int at, int to) {
    if (Chars.is(text.charAt(at - 1), Chars.JOINT)) {
      return startsKey(text, at, to);
    }
    int length = Math.max(prefix(STRONG, text, at), prefix(PLAIN, text, at));
    if (length == 0) {
      return false;
    }
    int end = lookEnd(text, at + length, to);
    return end - at - length >= MIN_STRONG_BODY && hasRandomSegment(text, at + length, end);
  }

  /** Where a key that starts in a word ends: dots that join or mask it are part of it. */
  static int bodyEnd(String text, int wordEnd) {
    return bodyEnd(text, wordEnd, text.length());
  }

  /** How far is looked to judge a key: far enough for any, and no further. */
  private static int lookEnd(String text, int from, int wordEnd) {
    int limit = Math.min(text.length(), from + MAX_LOOK);
    return wordEnd >= limit ? limit : Math.min(limit, bodyEnd(text, wordEnd, limit));
  }

  private static int bodyEnd(String text, int wordEnd, int limit) {
    int end = wordEnd;
    while (end < limit) {
      int next = end;
      while (next < text.length() && next - end < 8 && isDot(text.charAt(next))) {
        next++;
      }
      int run = Chars.runEnd(text, next, limit, Chars.WORD);
      if (next == end || run == next) {
        return end;
      }
      end = run;
    }
    return end;
  }

  /** Length of the account id prefix a word starts with, when an id follows; else 0. */
  static int accountPrefix(String text, int from) {
    int length = prefix(ACCOUNTS, text, from);
    int start = from + length;
    int end = length == 0 ? start : Chars.runEnd(text, start, Chars.ALNUM);
    boolean random =
        end - start >= 8
            && (Chars.has(text, start, end, Chars.DIGIT)
                || Chars.has(text, start + 1, end, Chars.UPPER));
    return random ? length : 0;
  }

  /** Whether a word is a request id: a known prefix and one plain run behind it. */
  static boolean isRequestId(String text, int from, int to) {
    int length = prefix(REQUEST_IDS, text, from);
    return length > 0
        && to - from <= 80
        && Chars.runEnd(text, from + length, Chars.ALNUM) == to
        && (to == text.length() || "+/=.".indexOf(text.charAt(to)) < 0 || !wordAt(text, to + 1));
  }

  /** Whether a run of letters and digits is too long and too random for a word. */
  static boolean isLongRun(String text, int from, int to) {
    if (to - from < MIN_RUN) {
      return false;
    }
    boolean letters = Chars.has(text, from, to, Chars.UPPER | Chars.LOWER);
    boolean digits = Chars.has(text, from, to, Chars.DIGIT);
    return letters && digits || longestHex(text, from, to) >= MIN_RUN;
  }

  /**
   * Whether some part between joints is long and mixes digits with letters, as random text does.
   */
  static boolean hasRandomSegment(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      int end = Chars.runEnd(text, i, to, Chars.ALNUM);
      boolean digits = Chars.has(text, i, end, Chars.DIGIT);
      if (end - i >= MIN_SEGMENT
          && digits
          && Chars.has(text, i, end, Chars.UPPER | Chars.LOWER)
          && !endsUuid(text, i)) {
        return true;
      }
      i = Math.max(i, end);
    }
    return false;
  }

  private static boolean endsUuid(String text, int from) {
    return from >= 24
        && text.charAt(from - 1) == '-'
        && text.charAt(from - 6) == '-'
        && text.charAt(from - 11) == '-'
        && text.charAt(from - 16) == '-';
  }

  private static int longestHex(String text, int from, int to) {
    int longest = 0;
    int run = 0;
    for (int i = from; i < to; i++) {
      run = Chars.is(text.charAt(i), Chars.HEX) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean masked(String text, int from, int to) {
    for (int i = from; i < Math.min(to, text.length()); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '…' || c == '.' && text.startsWith("..", i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDot(char c) {
    return c == '.' || c == '…';
  }

  private static boolean wordAt(String text, int at) {
    return at < text.length() && Chars.is(text.charAt(at), Chars.WORD);
  }

  private static int prefix(String[][] prefixes, String text, int from) {
    String[] bucket =
        from < text.length() && text.charAt(from) < 128 ? prefixes[text.charAt(from)] : NONE;
    for (String prefix : bucket) {
      if (text.startsWith(prefix, from)) {
        return prefix.length();
      }
    }
    return 0;
  }

  private static String[][] byFirst(String... prefixes) {
    String[][] buckets = new String[128][];
    for (int c = 0; c < buckets.length; c++) {
      char first = (char) c;
      buckets[c] = Arrays.stream(prefixes).filter(p -> p.charAt(0) == first).toArray(String[]::new);
    }
    return buckets;
  }
}
