package io.gatewayanalyzer.core.redact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Names whose values are secrets or personal, whatever the value looks like. */
final class SecretNames {
  /** Ends of names, lower case, without hyphens and underscores. */
  private static final String[] ENDS = {
    "apikey",
    "accesskey",
    "accesskeyid",
    "secretkey",
    "secretaccesskey",
    "privatekey",
    "authkey",
    "subscriptionkey",
    "signingkey",
    "masterkey",
    "virtualkey",
    "token",
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "authorization",
    "credential",
    "credentials",
    "cookie",
    "signature",
    "jwt",
  };

  /** Whole names that are common words: they count only where "=" assigns, as in a query string. */
  private static final Set<String> ONLY_ASSIGNED =
      Set.of("key", "sig", "auth", "pass", "pw", "sid", "session", "sessionid");

  /** Fields of a payload that hold what the user sent or who the user is. */
  private static final Set<String> USER_FIELDS =
      Set.of(
          "flaggedinput",
          "raw",
          "input",
          "inputs",
          "prompt",
          "prompts",
          "messages",
          "content",
          "contents",
          "failedgeneration",
          "completion",
          "generation",
          "query",
          "instructions",
          "systemprompt",
          "arguments",
          "body",
          "requestbody",
          "responsebody",
          "rawresponse",
          "rawbody",
          "imageurl",
          "documents",
          "ip",
          "ipaddress",
          "clientip",
          "remoteaddr",
          "remoteip",
          "xforwardedfor",
          "xrealip",
          "email",
          "emailaddress",
          "useremail",
          "phone",
          "phonenumber",
          "username",
          "user",
          "auth",
          "key",
          "curl");

  private static final int MAX_NAME = 64;
  private static final String[][] BY_LAST = byLast(ENDS);

  private static final boolean[] LAST_TWO = lastTwo(ENDS);

  private SecretNames() {}

  /** Whether a secret's name may end in these two characters; most words of prose do not. */
  static boolean mayEnd(char beforeLast, char last) {
    return (beforeLast | last) < 128 && LAST_TWO[beforeLast << 7 | last];
  }

  private static boolean[] lastTwo(String... ends) {
    boolean[] pairs = new boolean[1 << 14];
    for (String end : ends) {
      char last = end.charAt(end.length() - 1);
      for (char beforeLast = 0; beforeLast < 128; beforeLast++) {
        boolean joint = Chars.is(beforeLast, Chars.JOINT);
        boolean fits = Character.toLowerCase(beforeLast) == end.charAt(end.length() - 2);
        if (joint || fits) {
          pairs[beforeLast << 7 | last] = true;
          pairs[beforeLast << 7 | Character.toUpperCase(last)] = true;
        }
      }
    }
    return pairs;
  }

  /** Whether the word that ends at an index names a secret; cheap for words that do not. */
  static boolean isSecret(String text, int from, int to) {
    if (to - from < 3 || to - from > MAX_NAME || Chars.of(text.charAt(to - 1)) == 0) {
      return false;
    }
    for (String end : BY_LAST[lower(text, to - 1)]) {
      if (lower(text, to - 2) == end.charAt(end.length() - 2) && endsWith(text, from, to, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word names a secret where "=" assigns it. */
  static boolean isSecretWhenAssigned(String text, int from, int to) {
    return to - from <= 12 && ONLY_ASSIGNED.contains(plain(text.substring(from, to)));
  }

  /** Whether a field's value is blanked as a whole in metadata. */
  static boolean isUserField(String name) {
    return name.length() <= MAX_NAME
        && (USER_FIELDS.contains(plain(name)) || isSecret(name, 0, name.length()));
  }

  /** Whether a header's value may be kept: pace and waiting only. */
  static boolean isHarmlessHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("ratelimit") || lower.startsWith("retry-after");
  }

  static boolean isHeaders(String name) {
    return plain(name).endsWith("headers");
  }

  private static String plain(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static String[][] byLast(String... ends) {
    String[][] buckets = new String[128][];
    for (int c = 0; c < buckets.length; c++) {
      char last = (char) c;
      buckets[c] =
          Arrays.stream(ends).filter(e -> e.charAt(e.length() - 1) == last).toArray(String[]::new);
    }
    return buckets;
  }

  private static boolean endsWith(String text, int from, int to, String end) {
    int at = to - 1;
    for (int i = end.length() - 1; i >= 0; i--, at--) {
      while (at >= from && Chars.is(text.charAt(at), Chars.JOINT)) {
        at--;
      }
      if (at < from || lower(text, at) != end.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(String text, int at) {
    char c = text.charAt(at);
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }
}
