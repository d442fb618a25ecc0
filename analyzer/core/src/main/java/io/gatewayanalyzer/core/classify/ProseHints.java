package io.gatewayanalyzer.core.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the advised wait in an error's prose, English and Chinese.
 *
 * <p>A number counts only directly behind words that advise ("try again in", "resets at", "请在 …
 * 后重试"); every other number is ignored. All repetitions are possessive and bounded, so the cost is
 * linear in the text that is looked at.
 */
final class ProseHints {
  /** How much of a message is looked at: advice stands near the start, request echoes behind it. */
  static final int MAX_CHARS = 4_096;

  private static final long CHINA_MS = 8 * 3_600_000L;

  private static final String GAP = "[\\s\"'\\\\:=(~≈]{0,6}+";
  private static final String ABOUT =
      "(?:(?:about|around|roughly|approximately|approx\\.?|at least|another|up to|the next)"
          + "\\s{1,2}+){0,2}+";

  /** A field name in quoted JSON or a header line: its number needs no unit. */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:retry[-_ ]?(?:after|delay|in)|resets?[-_]?in)"
              + "(?<ms>[-_]?(?:ms|millis|milliseconds))?+(?:[-_]?(?:seconds|secs|sec|s))?+"
              + "[\"'\\\\\\s]{0,4}+[:=]"
              + GAP,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADVICE =
      Pattern.compile(
          "(?:(?:re)?try"
              + "(?:\\s{1,2}+(?:again|later|it|your|the|this|that|sending|request|requests|call"
              + "|message|operation)){0,4}+\\s{1,2}+(?:in|after|at)"
              + "|wait(?:\\s{1,2}+(?:time|is|of|for|until)){0,3}+"
              + "|reset(?:s|ting)?(?:[\\s_]{1,2}+(?:again|automatically|time|date|is)){0,2}+"
              + "(?:[\\s_]{0,2}+(?:in|after|at|on)|:|=)"
              + "|available(?:\\s{1,2}+again)?+\\s{1,2}+(?:in|after|at)"
              + "|limit reached\\|)"
              + GAP
              + ABOUT,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_ADVICE_BEFORE =
      Pattern.compile("(?:max|maximum|queue|lock|not|n't)[\\s_-]$", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHINESE_AFTER =
      Pattern.compile("\\s?+(?:之|以)?后[^\\d。；;，,]{0,6}?(?:重试|再试|再次|重新|恢复|重置|解除|尝试|再)");

  private static final Pattern CHINESE_BEFORE =
      Pattern.compile("(?:等待|等候|稍等|重置时间|恢复时间|重置于|恢复于)[\\s：:约至少为是]{0,4}$");

  private static final Pattern CHINESE_RESET =
      Pattern.compile("\\s?+[^\\d。]{0,3}?(?:重置|恢复|解除|重试|再试)");

  private final String text;
  private final int end;
  private final long nowMs;
  private Matcher field;
  private Matcher advice;

  private ProseHints(String text, long nowMs) {
    this.text = text;
    this.end = Math.min(text.length(), MAX_CHARS);
    this.nowMs = nowMs;
  }

  /** The first advised wait in a message, milliseconds; -1 when there is none that counts. */
  static long read(String message, long nowMs) {
    return new ProseHints(message, nowMs).scan();
  }

  private long scan() {
    boolean wordBefore = false;
    boolean numberBefore = false;
    int lastNumber = lastDigit();
    boolean beyondAscii = lastNumber >= 0 && beyondAscii();
    for (int i = 0; i <= lastNumber; i++) {
      char c = text.charAt(i);
      long wait = -1;
      if (TimeText.isDigit(c)) {
        wait = !beyondAscii || wordBefore || numberBefore ? -1 : chinese(i);
      } else if (!wordBefore && startsAdvice(i)) {
        wait = english(i);
      }
      if (wait >= 0) {
        return wait;
      }
      wordBefore = TimeText.isWord(c);
      numberBefore = TimeText.isDigit(c) || c == '.' && numberBefore;
    }
    return -1;
  }

  private boolean beyondAscii() {
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) >= 128) {
        return true;
      }
    }
    return false;
  }

  /** Where the last number ends; behind it nothing can advise a wait. */
  private int lastDigit() {
    int i = end - 1;
    while (i >= 0 && !TimeText.isDigit(text.charAt(i))) {
      i--;
    }
    return i;
  }

  /** Whether "retry", "reset", "try", "wait", "available" or "limit" may start here. */
  private boolean startsAdvice(int i) {
    int second = i + 1 < end ? text.charAt(i + 1) | 0x20 : 0;
    switch (text.charAt(i) | 0x20) {
      case 'r':
        return second == 'e';
      case 't':
        return second == 'r';
      case 'w':
        return second == 'a';
      case 'a':
        return second == 'v';
      case 'l':
        return second == 'i';
      default:
        return false;
    }
  }

  private long english(int from) {
    if (field == null) {
      field = FIELD.matcher(text);
      advice = ADVICE.matcher(text);
    }
    if (field.region(from, end).lookingAt()) {
      long bare = field.group("ms") == null ? TimeText.SECOND : TimeText.MILLI;
      return RetryHints.countable(new TimeText(text, field.end(), end).duration(bare));
    }
    if (!advice.region(from, end).lookingAt() || deniedBefore(from)) {
      return -1;
    }
    TimeText value = new TimeText(text, advice.end(), end);
    long wait = RetryHints.countable(value.duration(0));
    return wait >= 0 ? wait : RetryHints.until(value.instant(0, nowMs), nowMs);
  }

  private boolean deniedBefore(int from) {
    Matcher before = NOT_ADVICE_BEFORE.matcher(text).region(Math.max(0, from - 9), from);
    return before.find();
  }

  private long chinese(int from) {
    boolean behindWord = CHINESE_BEFORE.matcher(text).region(Math.max(0, from - 9), from).find();
    TimeText value = new TimeText(text, from, end);
    long wait = RetryHints.countable(value.duration(0));
    if (wait >= 0) {
      boolean advised = behindWord || follows(CHINESE_AFTER, value);
      return advised ? wait : -1;
    }
    // Chinese senders write local dates without a zone; China has one zone, eight hours ahead.
    long instant = value.dateTime(CHINA_MS);
    boolean advised = behindWord || follows(CHINESE_RESET, value);
    return advised ? RetryHints.until(instant, nowMs) : -1;
  }

  private boolean follows(Pattern words, TimeText value) {
    return words.matcher(text).region(value.position(), end).lookingAt();
  }
}
