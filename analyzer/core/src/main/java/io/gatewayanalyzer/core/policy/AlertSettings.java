package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.Policy;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything a user may set about alerts; the components of each policy are its own.
 *
 * @param creditExhausted credit that is used up
 * @param creditRunwayLow credit that soon will be
 * @param rateLimitSpike far more rate limits than usual
 * @param errorBudgetBurn promises that are being broken; how fast is too fast
 * @param providerOutage a provider that fails
 * @param streamBreakage streams that break
 * @param retryStorm retries that multiply traffic
 * @param blindRetries clients that repeat what cannot succeed
 * @param unknownPayload what no rule explains
 * @param slos the promises; names differ
 * @param off names of the policies that are switched off
 * @param runbookPrefix what stands before {@code <alertname>.md} in the {@code runbook_url}
 */
public record AlertSettings(
    CreditExhausted.Settings creditExhausted,
    CreditRunwayLow.Settings creditRunwayLow,
    RateLimitSpike.Settings rateLimitSpike,
    ErrorBudgetBurn.Settings errorBudgetBurn,
    ProviderOutage.Settings providerOutage,
    StreamBreakage.Settings streamBreakage,
    RetryStorm.Settings retryStorm,
    BlindRetries.Settings blindRetries,
    UnknownPayload.Settings unknownPayload,
    List<Slo> slos,
    SortedSet<String> off,
    String runbookPrefix) {
  /** The names of all policies, in the order of their documentation. */
  public static final List<String> NAMES =
      List.of(
          CreditExhausted.NAME,
          CreditRunwayLow.NAME,
          RateLimitSpike.NAME,
          ErrorBudgetBurn.NAME,
          ProviderOutage.NAME,
          StreamBreakage.NAME,
          RetryStorm.NAME,
          BlindRetries.NAME,
          UnknownPayload.NAME);

  /** Copies the collections; refuses what makes no sense. */
  public AlertSettings {
    slos = List.copyOf(slos);
    off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
    Set<String> names = new HashSet<>();
    for (Slo slo : slos) {
      Checks.that(names.add(slo.name()), "slos must be of different names: " + slo.name());
    }
    for (String name : off) {
      Checks.that(NAMES.contains(name), "there is no policy " + name);
    }
  }

  /** What holds when the user sets nothing: every policy, and one promise of availability. */
  public static AlertSettings defaults() {
    return new AlertSettings(
        CreditExhausted.Settings.DEFAULTS,
        CreditRunwayLow.Settings.DEFAULTS,
        RateLimitSpike.Settings.DEFAULTS,
        ErrorBudgetBurn.Settings.DEFAULTS,
        ProviderOutage.Settings.DEFAULTS,
        StreamBreakage.Settings.DEFAULTS,
        RetryStorm.Settings.DEFAULTS,
        BlindRetries.Settings.DEFAULTS,
        UnknownPayload.Settings.DEFAULTS,
        List.of(Slo.AVAILABILITY),
        Collections.emptySortedSet(),
        Policies.RUNBOOKS);
  }

  /** The policies that these settings make: those that are not switched off. */
  public Policies policies() {
    List<Policy> all =
        List.of(
            new CreditExhausted(creditExhausted),
            new CreditRunwayLow(creditRunwayLow),
            new RateLimitSpike(rateLimitSpike),
            new ErrorBudgetBurn(slos, errorBudgetBurn),
            new ProviderOutage(providerOutage),
            new StreamBreakage(streamBreakage),
            new RetryStorm(retryStorm),
            new BlindRetries(blindRetries),
            new UnknownPayload(unknownPayload));
    return new Policies(
        all.stream().filter(policy -> !off.contains(policy.name())).toList(), runbookPrefix);
  }
}
