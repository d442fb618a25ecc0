package io.gatewayanalyzer.core.classify;

import java.util.List;

/**
 * Machine words that no rule explains, spelled out as prose: {@code weekly_quota_exceeded} and
 * {@code WeeklyQuotaExceeded} say what a message would say, so hints can read them.
 */
final class Spelling {
  private Spelling() {}

  /**
   * Spells the code, type and names of a layer, as far as no rule of the catalog asks for them.
   *
   * @return null when no word is left
   */
  static String of(Layer layer, RuleIndex index) {
    StringBuilder prose = new StringBuilder();
    append(prose, layer.facts().code(), index);
    append(prose, layer.facts().type(), index);
    List<String> names = layer.facts().names();
    for (int i = 0; i < names.size(); i++) {
      append(prose, names.get(i), index);
    }
    return prose.length() == 0 ? null : prose.toString();
  }

  private static void append(StringBuilder prose, String word, RuleIndex index) {
    if (word == null || !Lending.textual(word) || known(index, Layer.lower(word))) {
      return;
    }
    prose.append(" | ");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
      if (hump) {
        prose.append(' ');
      }
      prose.append(c == '_' || c == '-' || c == '.' ? ' ' : c);
    }
  }

  private static boolean known(RuleIndex index, String word) {
    return index.byWord(Ask.CODE, word) != null
        || index.byWord(Ask.TYPE, word) != null
        || index.byWord(Ask.NAME, word) != null;
  }
}
