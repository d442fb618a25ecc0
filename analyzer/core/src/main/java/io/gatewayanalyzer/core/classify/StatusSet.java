package io.gatewayanalyzer.core.classify;

import java.util.BitSet;
import java.util.List;

/** A set of HTTP statuses, written as {@code 429}, {@code 5xx} or {@code 520-530}. */
final class StatusSet {
  static final String ACCEPTED =
      "a status such as 429, a class such as 5xx, a range such as 520-530";
  static final StatusSet NONE = new StatusSet();
  private static final int MAX = 999;

  private final BitSet bits = new BitSet(MAX + 1);

  /** The set of all the words; those that are not {@link #valid} are left out. */
  static StatusSet of(List<String> words) {
    StatusSet set = new StatusSet();
    for (String word : words) {
      if (valid(word)) {
        set.bits.set(first(word), last(word) + 1);
      }
    }
    return set;
  }

  static boolean valid(String word) {
    if (word.length() == 3 && word.endsWith("xx")) {
      return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
    int dash = word.indexOf('-');
    if (dash < 0) {
      return number(word) >= 0;
    }
    int first = number(word.substring(0, dash));
    return first >= 0 && number(word.substring(dash + 1)) >= first;
  }

  boolean has(int status) {
    return status >= 0 && bits.get(status);
  }

  /** The next member from this status on; -1 when there is none. */
  int next(int status) {
    return bits.nextSetBit(status);
  }

  boolean within(StatusSet other) {
    BitSet rest = (BitSet) bits.clone();
    rest.andNot(other.bits);
    return rest.isEmpty();
  }

  private static int first(String word) {
    int dash = word.indexOf('-');
    return number(
        word.endsWith("xx") ? word.charAt(0) + "00" : dash < 0 ? word : word.substring(0, dash));
  }

  private static int last(String word) {
    int dash = word.indexOf('-');
    return number(
        word.endsWith("xx") ? word.charAt(0) + "99" : dash < 0 ? word : word.substring(dash + 1));
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
