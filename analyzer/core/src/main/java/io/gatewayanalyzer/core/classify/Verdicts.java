package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Shape;

/** Turns the rule that won into a verdict, with what the payload itself declares on top. */
final class Verdicts {
  /** The rule id of a verdict that no rule speaks for. */
  static final String NO_RULE = "none/unmatched";

  private static final Conclusion NOTHING_KNOWN = Conclusion.of(ErrorCategory.UNKNOWN);

  private Verdicts() {}

  static Verdict of(Search search) {
    CompiledRule rule = search.rule();
    Conclusion then = rule == null ? NOTHING_KNOWN : rule.rule.then();
    Subject subject = search.subject();
    Evidence evidence = subject.evidence();
    boolean limited = then.category() == ErrorCategory.RATE_LIMITED;
    boolean heldBack = UnknownWord.holdsBack(search);
    Boolean declared = Declared.retryable(subject);
    boolean retryable = declared != null ? declared : !heldBack && then.effectiveRetryable();
    return new Verdict(
        then.category(),
        faultDomain(search, then, limited),
        evidence.phase(),
        retryable,
        heldBack && !retryable ? RetryAdvice.DO_NOT_RETRY : then.adviceFor(retryable),
        Declared.waitMs(subject, then.category()),
        limited ? Limits.source(search, then) : null,
        limited ? Limits.dimension(search, then) : null,
        creditScope(search, then),
        rule == null ? NO_RULE : rule.rule.id(),
        basis(search),
        recognized(search) && !heldBack,
        Fingerprint.of(evidence.error(), subject.status()));
  }

  private static FaultDomain faultDomain(Search search, Conclusion then, boolean limited) {
    if (then.faultDomain() != null) {
      return then.faultDomain();
    }
    return limited && Limits.sharedPool(search.subject())
        ? FaultDomain.PROVIDER
        : then.category().defaultFaultDomain();
  }

  /** A wrapped provider's empty account is the one the gateway holds there, not the caller's. */
  private static CreditScope creditScope(Search search, Conclusion then) {
    if (then.category() != ErrorCategory.INSUFFICIENT_CREDITS) {
      return then.creditScope();
    }
    CreditScope scope = then.creditScope() == null ? CreditScope.UNKNOWN : then.creditScope();
    boolean ofProvider =
        search.layer().wrapped()
            && search.scope() != Scope.GATEWAY
            && (scope == CreditScope.UNKNOWN || scope == CreditScope.ACCOUNT);
    return ofProvider ? CreditScope.PROVIDER_ACCOUNT : scope;
  }

  private static Basis basis(Search search) {
    if (search.rule() == null || search.rule().tier == Tier.STATUS) {
      return Basis.STATUS_ONLY;
    }
    Condition when = search.rule().rule.when();
    boolean own = search.scope() == Scope.GATEWAY || search.scope() == Scope.PROVIDER;
    boolean machineWord = when.has(Ask.CODE) || when.has(Ask.TYPE) || when.has(Ask.NAME);
    return own && machineWord ? Basis.DECLARED : Basis.INFERRED;
  }

  private static boolean recognized(Search search) {
    ErrorFacts error = search.subject().evidence().error();
    boolean statusOnly = search.rule() == null || search.rule().tier == Tier.STATUS;
    return !statusOnly || error.shape() == Shape.EMPTY;
  }
}
