package io.gatewayanalyzer.core.classify;

import java.util.List;

/**
 * One catalog file: who it speaks for, where its rules are documented, and the rules.
 *
 * @param id the sender's id, first part of its rules' ids
 * @param kind what the file speaks for
 * @param aliases other spellings of the sender in records
 * @param sources where the rules are documented; empty only in a user's addition to a built-in file
 * @param file name of the catalog file
 * @param rules the rules in the order of the file
 */
public record Sender(
    String id,
    SenderKind kind,
    List<String> aliases,
    List<String> sources,
    String file,
    List<Rule> rules) {
  /** Copies the lists. */
  public Sender {
    aliases = List.copyOf(aliases);
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }
}
