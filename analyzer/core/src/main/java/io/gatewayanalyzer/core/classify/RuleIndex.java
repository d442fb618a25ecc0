package io.gatewayanalyzer.core.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a catalog, compiled into lookups: each rule is found by one word of its most telling
 * part. Immutable once built.
 */
final class RuleIndex {
  private static final int STATUS_MAX = 999;
  private static final CompiledRule[] NO_RULES = {};

  private final Map<Ask, Map<String, Lookup>> byWord = new EnumMap<>(Ask.class);
  private final Lookup[] byPhrase;
  private final CompiledRule[][] byHeader;
  private final CompiledRule[][] byCircumstance;
  private final CompiledRule[][][] byStatus;
  private final SenderNames names;
  private final PhraseMatcher phrases;
  private final int[] everybody;

  /** The rules that one word leads to, and for each whether it is lent to other senders. */
  static final class Lookup {
    private final List<CompiledRule> building = new ArrayList<>();
    private final List<Boolean> lending = new ArrayList<>();
    CompiledRule[] rules;
    boolean[] lent;

    private void add(CompiledRule rule, boolean lends) {
      building.add(rule);
      lending.add(lends);
    }

    private void freeze() {
      rules = building.toArray(NO_RULES);
      lent = new boolean[rules.length];
      for (int i = 0; i < lent.length; i++) {
        lent[i] = lending.get(i);
      }
    }
  }

  /**
   * Compiles the rules.
   *
   * @param senders in the order of their ids, so that ties do not depend on how files were read
   */
  RuleIndex(List<Sender> senders) {
    names = new SenderNames(senders);
    byHeader = new CompiledRule[senders.size()][];
    byCircumstance = new CompiledRule[senders.size()][];
    byStatus = new CompiledRule[senders.size()][][];
    everybody = everybody(senders);
    Map<String, Integer> numbers = new HashMap<>();
    List<Phrase> list = new ArrayList<>();
    List<CompiledRule> rules = compile(senders, numbers, list);
    phrases = new PhraseMatcher(list);
    byPhrase = new Lookup[list.size()];
    Lending lending = new Lending(senders);
    for (CompiledRule rule : rules) {
      place(rule, lending, numbers);
    }
    byWord.values().forEach(lookups -> lookups.values().forEach(Lookup::freeze));
    for (int i = 0; i < byPhrase.length; i++) {
      byPhrase[i] = byPhrase[i] == null ? new Lookup() : byPhrase[i];
      byPhrase[i].freeze();
    }
  }

  SenderNames names() {
    return names;
  }

  PhraseMatcher phrases() {
    return phrases;
  }

  /** The senders whose rules hold for every record. */
  int[] everybody() {
    return everybody;
  }

  /** The rules found by a word; null when there are none. */
  Lookup byWord(Ask ask, String word) {
    Map<String, Lookup> lookups = byWord.get(ask);
    return lookups == null ? null : lookups.get(word);
  }

  Lookup byPhrase(int phrase) {
    return byPhrase[phrase];
  }

  /** The rules of a sender that ask for headers and nothing more telling. */
  CompiledRule[] byHeader(int sender) {
    return byHeader[sender] == null ? NO_RULES : byHeader[sender];
  }

  /** The rules of a sender that ask for a shape, a phase or an end. */
  CompiledRule[] byCircumstance(int sender) {
    return byCircumstance[sender] == null ? NO_RULES : byCircumstance[sender];
  }

  /** The rules of a sender that ask for this status and nothing more telling. */
  CompiledRule[] byStatus(int sender, int status) {
    CompiledRule[][] table = byStatus[sender];
    boolean known = table != null && status >= 0 && status <= STATUS_MAX && table[status] != null;
    return known ? table[status] : NO_RULES;
  }

  private static int[] everybody(List<Sender> senders) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < senders.size(); i++) {
      SenderKind kind = senders.get(i).kind();
      if (kind != SenderKind.GATEWAY && kind != SenderKind.PROVIDER) {
        list.add(i);
      }
    }
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<CompiledRule> compile(
      List<Sender> senders, Map<String, Integer> numbers, List<Phrase> phrases) {
    List<CompiledRule> rules = new ArrayList<>();
    for (int sender = 0; sender < senders.size(); sender++) {
      for (Rule rule : senders.get(sender).rules()) {
        List<String> messages = rule.when().values(Ask.MESSAGE);
        int[] ids = new int[messages.size()];
        for (int i = 0; i < ids.length; i++) {
          ids[i] = number(messages.get(i), numbers, phrases);
        }
        rules.add(new CompiledRule(rule, sender, rules.size(), ids));
      }
    }
    return rules;
  }

  private static int number(String message, Map<String, Integer> numbers, List<Phrase> phrases) {
    Integer known = numbers.get(message);
    if (known == null) {
      known = phrases.size();
      numbers.put(message, known);
      phrases.add(Phrase.of(message));
    }
    return known;
  }

  private void place(CompiledRule rule, Lending lending, Map<String, Integer> numbers) {
    Ask anchor = rule.rule.when().anchor();
    if (anchor == Ask.HEADER) {
      byHeader[rule.sender] = append(byHeader[rule.sender], rule);
    } else if (anchor == Ask.STATUS || anchor == Ask.API) {
      placeByStatus(rule);
    } else if (!anchor.ofWords()) {
      byCircumstance[rule.sender] = append(byCircumstance[rule.sender], rule);
    } else {
      for (String word : rule.rule.when().values(anchor)) {
        lookup(anchor, word, numbers).add(rule, lending.lends(rule.rule, word));
      }
    }
  }

  private Lookup lookup(Ask anchor, String word, Map<String, Integer> numbers) {
    if (anchor == Ask.MESSAGE) {
      int phrase = numbers.get(word);
      byPhrase[phrase] = byPhrase[phrase] == null ? new Lookup() : byPhrase[phrase];
      return byPhrase[phrase];
    }
    return byWord
        .computeIfAbsent(anchor, ask -> new HashMap<>())
        .computeIfAbsent(word, key -> new Lookup());
  }

  private void placeByStatus(CompiledRule rule) {
    if (byStatus[rule.sender] == null) {
      byStatus[rule.sender] = new CompiledRule[STATUS_MAX + 1][];
    }
    CompiledRule[][] table = byStatus[rule.sender];
    for (int s = rule.statuses().next(0); s >= 0; s = rule.statuses().next(s + 1)) {
      table[s] = append(table[s], rule);
    }
  }

  private static CompiledRule[] append(CompiledRule[] rules, CompiledRule rule) {
    if (rules == null) {
      return new CompiledRule[] {rule};
    }
    CompiledRule[] longer = java.util.Arrays.copyOf(rules, rules.length + 1);
    longer[rules.length] = rule;
    return longer;
  }
}
