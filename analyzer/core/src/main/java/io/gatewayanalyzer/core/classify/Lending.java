package io.gatewayanalyzer.core.classify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words a sender's rules lend to records of other senders: words of letters whose category no
 * other sender contradicts, and that nobody calls a catch-all.
 */
final class Lending {
  private final Set<String> contested = new HashSet<>();

  Lending(List<Sender> senders) {
    Map<String, Rule> first = new HashMap<>();
    for (Sender sender : senders) {
      for (Rule rule : sender.rules()) {
        Ask anchor = rule.when().anchor();
        if (anchor.ofWords() && alone(rule.when(), anchor)) {
          for (String word : rule.when().values(anchor)) {
            compare(first, word, rule);
          }
        }
      }
    }
  }

  /** Whether a rule, found by this word, may speak about records of other senders. */
  boolean lends(Rule rule, String word) {
    boolean ofSender = rule.kind() == SenderKind.GATEWAY || rule.kind() == SenderKind.PROVIDER;
    if (!ofSender || rule.tier() != Tier.STRONG) {
      return false;
    }
    Ask anchor = rule.when().anchor();
    if (rule.when().has(Ask.MESSAGE)) {
      return anchor != Ask.MESSAGE || !contested.contains(word);
    }
    boolean machineWord = anchor == Ask.CODE || anchor == Ask.NAME || anchor == Ask.TYPE;
    return machineWord && textual(word) && !contested.contains(word);
  }

  /** Whether a code is made of words; numbers mean something else for every sender. */
  static boolean textual(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void compare(Map<String, Rule> first, String word, Rule rule) {
    if (rule.generic()) {
      contested.add(word);
    }
    boolean ofSender = rule.kind() == SenderKind.GATEWAY || rule.kind() == SenderKind.PROVIDER;
    Rule known = ofSender ? first.putIfAbsent(word, rule) : null;
    if (known != null
        && known.then().category() != rule.then().category()
        && !known.sender().equals(rule.sender())) {
      contested.add(word);
    }
  }

  private static boolean alone(Condition when, Ask anchor) {
    for (Ask ask : when.parts().keySet()) {
      if (ask.ofWords() && ask != anchor) {
        return false;
      }
    }
    return true;
  }
}
