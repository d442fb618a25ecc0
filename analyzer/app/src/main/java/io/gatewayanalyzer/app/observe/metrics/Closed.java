package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;

/**
 * The closed labels of a series as one number, five bits for each: 0 when there is no word, else
 * the word's position in its enum and one.
 */
final class Closed {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final int SECOND = BITS;
  private static final int THIRD = 2 * BITS;
  private static final int FOURTH = 3 * BITS;

  private static final String UNKNOWN = Label.UNKNOWN.text();
  private static final Api[] APIS = Api.values();
  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();
  private static final FaultDomain[] FAULT_DOMAINS = FaultDomain.values();
  private static final Phase[] PHASES = Phase.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final LimitSource[] LIMIT_SOURCES = LimitSource.values();
  private static final LimitDimension[] LIMIT_DIMENSIONS = LimitDimension.values();
  private static final CreditScope[] CREDIT_SCOPES = CreditScope.values();

  private Closed() {}

  static int ofAttempt(Api api, Verdict verdict) {
    return verdict == null
        ? number(api)
        : number(api)
            | number(verdict.faultDomain()) << SECOND
            | number(verdict.category()) << THIRD
            | number(verdict.phase()) << FOURTH;
  }

  static int ofOperation(Api api, Outcome outcome, FaultDomain domain) {
    return number(api) | number(domain) << SECOND | number(outcome) << THIRD;
  }

  static int ofLimit(Verdict verdict) {
    return number(verdict.limitSource()) | number(verdict.limitDimension()) << SECOND;
  }

  static int ofCredit(Verdict verdict) {
    return number(verdict.creditScope());
  }

  static String api(int closed) {
    return word(APIS, closed, UNKNOWN);
  }

  static String faultDomain(int closed) {
    return word(FAULT_DOMAINS, closed >> SECOND, "");
  }

  static String category(int closed) {
    return word(CATEGORIES, closed >> THIRD, "");
  }

  static String outcome(int closed) {
    return word(OUTCOMES, closed >> THIRD, UNKNOWN);
  }

  static String phase(int closed) {
    return word(PHASES, closed >> FOURTH, "");
  }

  static String limitSource(int closed) {
    return word(LIMIT_SOURCES, closed, UNKNOWN);
  }

  static String limitDimension(int closed) {
    return word(LIMIT_DIMENSIONS, closed >> SECOND, UNKNOWN);
  }

  static String creditScope(int closed) {
    return word(CREDIT_SCOPES, closed, UNKNOWN);
  }

  private static int number(Enum<?> word) {
    return word == null ? 0 : word.ordinal() + 1;
  }

  private static <E extends Wire> String word(E[] words, int closed, String otherwise) {
    int number = closed & MASK;
    return number == 0 ? otherwise : words[number - 1].wire();
  }
}
