package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.redact.Redactor;
import io.prometheus.client.Counter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names a label may have: those given, and those learned until there are so many. Everything
 * else is {@link Label#OTHER}, and counted. Names are never forgotten, so a series never changes
 * its meaning; names that are shown alike are one label. What a caller took for a name may be a
 * secret, so a learned name goes through the redactor. Thread safe.
 */
final class AllowedNames {
  /** So much of a name is shown, chars. */
  static final int LONGEST = 100;

  /** So much of a name is searched for secrets, which may begin before the cut. */
  private static final int SEARCHED = 1_000;

  /** Labels that are there without a place. */
  private static final List<Label> PRESET = List.of(Label.UNKNOWN, Label.OTHER);

  private final ConcurrentHashMap<String, Label> names = new ConcurrentHashMap<>();
  private final Map<String, Label> byText = new HashMap<>();
  private final Counter.Child folded;
  private final int most;

  /**
   * Names to begin with.
   *
   * @param given names that need not be learned
   * @param most how many names there may be
   * @param folded counts what had no name
   */
  AllowedNames(List<String> given, int most, Counter.Child folded) {
    this.most = Math.max(most, given.size()) + PRESET.size();
    this.folded = folded;
    PRESET.forEach(label -> byText.put(label.text(), label));
    names.putAll(byText);
    given.forEach(name -> names.put(cut(name), shownAs(clean(cut(name)))));
  }

  /**
   * The label for a name.
   *
   * @param raw null or empty when the log does not say
   * @param learn whether the name is real and may take a place
   */
  Label of(String raw, boolean learn) {
    if (raw == null || raw.isEmpty()) {
      return Label.UNKNOWN;
    }
    String name = raw.length() > LONGEST ? cut(raw) : raw;
    Label known = names.get(name);
    if (known != null) {
      return known;
    }
    return learn ? learned(name, raw) : other();
  }

  /** Counts a name that cannot be shown for another reason. */
  Label other() {
    folded.inc();
    return Label.OTHER;
  }

  private Label learned(String name, String raw) {
    if (names.size() >= most) {
      return other();
    }
    synchronized (this) {
      Label known = names.get(name);
      if (known == null && names.size() < most) {
        known = shownAs(clean(cut(Redactor.redact(raw, SEARCHED))));
        names.put(name, known);
      }
      return known == null ? other() : known;
    }
  }

  private Label shownAs(String text) {
    return byText.computeIfAbsent(text, Label::new);
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    boolean torn = Character.isHighSurrogate(name.charAt(LONGEST - 1));
    return name.substring(0, torn ? LONGEST - 1 : LONGEST);
  }

  /** What could tear a line of the exposition or a terminal, and what is no text at all. */
  private static String clean(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints().map(point -> shown(point) ? point : '_').forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean shown(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
