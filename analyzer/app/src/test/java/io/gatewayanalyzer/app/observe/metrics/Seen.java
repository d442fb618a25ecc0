package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/** Attempts to be counted. */
final class Seen {
  static final long NOW_MS = 1_793_534_400_000L;
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private Seen() {}

  static Attempt healthy(String gateway, String provider, String model) {
    return attempt(gateway, provider, model, 200, null, null);
  }

  static Attempt failed(String gateway, String provider, String model, ErrorCategory category) {
    return attempt(gateway, provider, model, 500, null, verdict(category, true));
  }

  static Attempt unrecognized(String gateway) {
    return attempt(gateway, "p", "m", 500, null, verdict(ErrorCategory.UNKNOWN, false));
  }

  static Attempt streamed(String gateway, String provider, StreamVerdict verdict) {
    return attempt(gateway, provider, "m", 200, verdict, null);
  }

  static Attempt outOfCredit(String gateway, int status) {
    return attempt(
        gateway, "p", "m", status, null, verdict(ErrorCategory.INSUFFICIENT_CREDITS, true));
  }

  private static Verdict verdict(ErrorCategory category, boolean recognized) {
    boolean limited = category == ErrorCategory.RATE_LIMITED;
    FaultDomain domain = category.defaultFaultDomain();
    return new Verdict(
        category,
        domain,
        Phase.BEFORE_RESPONSE,
        false,
        category.defaultRetryAdvice(),
        -1,
        limited ? LimitSource.GATEWAY : null,
        limited ? LimitDimension.TOKENS : null,
        category == ErrorCategory.INSUFFICIENT_CREDITS ? CreditScope.KEY : null,
        "sender/" + category.wire(),
        Basis.DECLARED,
        recognized,
        "0123456789abcdef");
  }

  private static Attempt attempt(
      String gateway,
      String provider,
      String model,
      int status,
      StreamVerdict stream,
      Verdict verdict) {
    return new Attempt(
        "request",
        "operation",
        KeyBasis.REQUEST_ID,
        NOW_MS - 3_000,
        NOW_MS - 1_000,
        1_000,
        new Origin(gateway, Api.CHAT_COMPLETIONS, provider, model, null, null, null, null, null),
        status,
        stream != null,
        stream,
        ChunkLoss.NONE,
        verdict,
        null,
        "any",
        10,
        5,
        0.25,
        Double.NaN,
        TRACE,
        null,
        null);
  }
}
