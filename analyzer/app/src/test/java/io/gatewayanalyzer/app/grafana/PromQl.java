package io.gatewayanalyzer.app.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a PromQL expression reads: enough of its grammar to find series, labels and ranges, on the
 * assumption that promtool has parsed it.
 *
 * @param selectors what it reads, in order
 * @param groupings labels it groups or joins by
 * @param made labels it makes with {@code label_replace}
 */
record PromQl(List<Selector> selectors, Set<String> groupings, Set<String> made) {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[a-zA-Z_:][\\w:]*|\\[[^\\]]*]|[0-9][\\w.]*|\\S");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
  private static final Pattern MADE =
      Pattern.compile(", \"(\\w+)\", \"[^\"]*\", \"[^\"]*\", \"[^\"]*\"\\s*\\)");
  private static final Set<String> LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "start", "end", "Inf", "NaN");

  /**
   * One vector selector.
   *
   * @param name of the series
   * @param matchers label to operator and quoted value, such as {@code =~"$gateway"}
   * @param range between its brackets; null when it has none
   */
  record Selector(String name, Map<String, String> matchers, String range) {
    /** As PromQL, without its range. */
    String text() {
      List<String> parts = new ArrayList<>();
      matchers.forEach((label, value) -> parts.add(label + value));
      return name + (parts.isEmpty() ? "" : "{" + String.join(", ", parts) + "}");
    }

    /** Whether it only ever grows. */
    boolean counts() {
      return !name.contains(":") && name.matches(".*_(total|bucket|sum|count)");
    }
  }

  static PromQl of(String expr) {
    List<String> tokens = TOKEN.matcher(expr).results().map(MatchResult::group).toList();
    List<Selector> selectors = new ArrayList<>();
    Set<String> groupings = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (LISTS.contains(token) && next(tokens, i).equals("(")) {
        int end = i + 1 + tokens.subList(i + 1, tokens.size()).indexOf(")");
        tokens.subList(i + 2, end).stream()
            .filter(word -> !word.equals(","))
            .forEach(groupings::add);
        i = end;
      } else if (reads(tokens, i)) {
        i = selector(tokens, i, selectors);
      }
    }
    Set<String> made =
        MADE.matcher(expr).results().map(call -> call.group(1)).collect(Collectors.toSet());
    return new PromQl(List.copyOf(selectors), groupings, made);
  }

  /** The ranges it looks back over. */
  List<String> ranges() {
    return selectors.stream().map(Selector::range).filter(range -> range != null).toList();
  }

  private static boolean reads(List<String> tokens, int at) {
    String token = tokens.get(at);
    String next = next(tokens, at);
    boolean variable = at > 0 && tokens.get(at - 1).equals("$");
    return NAME.matcher(token).matches()
        && !variable
        && !WORDS.contains(token)
        && !LISTS.contains(token)
        && !next.equals("(")
        && !LISTS.contains(next);
  }

  private static String next(List<String> tokens, int at) {
    return at + 1 < tokens.size() ? tokens.get(at + 1) : "";
  }

  /** Adds the selector that begins there; returns where it ends. */
  private static int selector(List<String> tokens, int at, List<Selector> selectors) {
    int end = at;
    Map<String, String> matchers = new TreeMap<>();
    if (next(tokens, at).equals("{")) {
      end = at + 1 + tokens.subList(at + 1, tokens.size()).indexOf("}");
      String label = null;
      for (String token : tokens.subList(at + 2, end)) {
        if (NAME.matcher(token).matches()) {
          label = token;
        } else if (!token.equals(",")) {
          matchers.merge(label, token, String::concat);
        }
      }
    }
    String range = null;
    if (next(tokens, end).startsWith("[")) {
      end++;
      range = tokens.get(end).substring(1, tokens.get(end).length() - 1);
    }
    selectors.add(new Selector(tokens.get(at), matchers, range));
    return end;
  }
}
