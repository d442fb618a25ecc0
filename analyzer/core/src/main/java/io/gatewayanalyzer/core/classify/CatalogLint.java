package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mistakes that only show once a file, or all files, are read: what never fires, what collides. */
final class CatalogLint {
  private final List<CatalogProblem> problems;

  CatalogLint(List<CatalogProblem> problems) {
    this.problems = problems;
  }

  /** Checks one file on its own. */
  void file(Sender sender, boolean addsToKnownSender) {
    if (sender.sources().isEmpty() && !addsToKnownSender) {
      problems.add(
          new CatalogProblem(sender.file(), 0, "source: missing; name where this is documented"));
    }
    Map<String, Rule> byId = new HashMap<>();
    for (Rule rule : sender.rules()) {
      Rule first = byId.putIfAbsent(rule.id(), rule);
      if (first != null) {
        report(rule, "rule id '" + rule.id() + "' is already used on line " + first.line());
      }
      rule(rule);
    }
    shadows(sender.rules());
  }

  /** Checks that no two senders answer to the same name. */
  void names(Iterable<Sender> senders) {
    Map<String, Sender> byName = new HashMap<>();
    for (Sender sender : senders) {
      List<String> names = new ArrayList<>(sender.aliases());
      names.add(sender.id());
      for (String name : names) {
        Sender first = byName.putIfAbsent(SenderNames.fold(name), sender);
        if (first != null && !first.id().equals(sender.id())) {
          problems.add(
              new CatalogProblem(
                  sender.file(), 0, "name '" + name + "' already belongs to " + first.file()));
        }
      }
    }
  }

  private void rule(Rule rule) {
    for (String phrase : rule.when().values(Ask.MESSAGE)) {
      if (Phrase.of(phrase).segments().isEmpty()) {
        report(rule, "when.message: '" + phrase + "' says nothing; it must hold at least a word");
      }
    }
    for (String code : rule.when().values(Ask.CODE)) {
      if (code.matches("[45]\\d\\d")) {
        report(
            rule,
            "when.code: "
                + code
                + " is an HTTP status and reaches rules as one; "
                + "ask for status: "
                + code);
      }
    }
    kind(rule);
    conclusion(rule);
  }

  private void kind(Rule rule) {
    boolean ofKind = rule.kind() == SenderKind.HINTS || rule.kind() == SenderKind.STATUS;
    if (rule.generic() && ofKind) {
      report(rule, "generic: only for rules of a gateway, provider or shape file");
    }
    if (rule.kind() == SenderKind.HINTS && !rule.when().has(Ask.MESSAGE)) {
      report(rule, "when: a rule of a hints file must ask for a message");
    }
    if (rule.kind() == SenderKind.STATUS && rule.when().anchor() != Ask.STATUS) {
      report(rule, "when: a rule of a status file may only ask for status and api");
    }
    if (rule.generic() && Tier.of(SenderKind.GATEWAY, rule.when(), false) != Tier.STRONG) {
      report(rule, "generic: the rule asks for no word that could be a catch-all");
    }
  }

  private void conclusion(Rule rule) {
    Conclusion then = rule.then();
    boolean limited = then.category() == ErrorCategory.RATE_LIMITED;
    if (!limited && (then.limitSource() != null || then.limitDimension() != null)) {
      report(rule, "then: limit_source and limit_dimension are only for category rate_limited");
    }
    boolean ofCredit =
        then.category() == ErrorCategory.INSUFFICIENT_CREDITS
            || (limited && then.creditScope() == CreditScope.IN_FLIGHT);
    if (then.creditScope() != null && !ofCredit) {
      report(
          rule,
          "then.credit_scope: only for category insufficient_credits, "
              + "or in_flight for rate_limited");
    }
    if (then.retryable() != null
        && then.retryAdvice() != null
        && Conclusion.invites(then.retryAdvice()) != then.retryable()) {
      report(
          rule,
          "then: retry_advice "
              + then.retryAdvice().wire()
              + " contradicts retryable "
              + then.retryable());
    }
  }

  private void shadows(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < rules.size(); j++) {
        Rule rule = rules.get(i);
        Rule other = rules.get(j);
        if (i != j && Shadow.covers(other, j, rule, i)) {
          boolean same = other.when().equals(rule.when());
          report(
              rule,
              (same ? "duplicate: the same condition as " : "unreachable: always beaten by ")
                  + other.id()
                  + " on line "
                  + other.line());
          break;
        }
      }
    }
  }

  private void report(Rule rule, String message) {
    problems.add(new CatalogProblem(rule.file(), rule.line(), rule.id() + ": " + message));
  }
}
