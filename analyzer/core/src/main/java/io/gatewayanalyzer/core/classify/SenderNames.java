package io.gatewayanalyzer.core.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a sender by what a record calls it: its id or an alias, in any case and punctuation. */
final class SenderNames {
  private final Map<String, Integer> byName = new HashMap<>();

  SenderNames(List<Sender> senders) {
    for (int i = 0; i < senders.size(); i++) {
      Sender sender = senders.get(i);
      byName.put(sender.id(), i);
      byName.put(fold(sender.id()), i);
      for (String alias : sender.aliases()) {
        byName.put(alias, i);
        byName.put(fold(alias), i);
      }
    }
  }

  /** The sender's place in the list; -1 when nobody is called that, or for null. */
  int find(String name) {
    if (name == null) {
      return -1;
    }
    Integer exact = byName.get(name);
    Integer found = exact == null ? byName.get(fold(name)) : exact;
    return found == null ? -1 : found;
  }

  /** The name's letters and digits in lower case: {@code Open-Router} is {@code openrouter}. */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        folded.append(name.charAt(i));
      }
    }
    return folded.length() == 0 ? name : folded.toString().toLowerCase(Locale.ROOT);
  }
}
