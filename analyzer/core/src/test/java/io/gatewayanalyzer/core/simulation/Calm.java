package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import java.util.List;

/** What goes wrong on a day on which nothing goes wrong: four attempts of a thousand. */
final class Calm {
  private static final double SHARE = 0.004;

  private record Some(int weight, Failure failure) {}

  private static final List<Some> TROUBLE =
      List.of(
          new Some(5, Failure.limited(LimitSource.PROVIDER, 2_000)),
          new Some(3, Failure.limited(LimitSource.GATEWAY, 1_000)),
          new Some(2, Failure.limited(LimitSource.UNKNOWN, -1)),
          new Some(4, Failure.of(ErrorCategory.PROVIDER_ERROR, 500, "Internal server error")),
          new Some(4, Failure.of(ErrorCategory.PROVIDER_OVERLOADED, 529, "Overloaded")),
          new Some(3, Failure.of(ErrorCategory.PROVIDER_UNAVAILABLE, 503, "No provider")),
          new Some(2, Failure.of(ErrorCategory.TIMEOUT, 504, "Timeout").taking(30_000)),
          new Some(1, Failure.of(ErrorCategory.GATEWAY_ERROR, 500, "Gateway error")),
          new Some(5, Failure.of(ErrorCategory.INVALID_REQUEST, 400, "Invalid request")),
          new Some(2, Failure.of(ErrorCategory.CONTEXT_LENGTH_EXCEEDED, 400, "Too many tokens")),
          new Some(2, Failure.of(ErrorCategory.CONTENT_FILTERED, 403, "Filtered")),
          new Some(1, Failure.of(ErrorCategory.AUTHENTICATION, 401, "Invalid key")),
          new Some(1, Failure.of(ErrorCategory.NOT_FOUND, 404, "No such model")),
          new Some(3, Failure.broken()),
          new Some(2, hungUp()));

  /** One model that a batch always drives into its limit, a little. */
  private static final double STEADY = 0.02;

  private Calm() {}

  /** How a call fails on a calm day; null when it does not. */
  static Failure failure(Call call, Chance chance) {
    if (call.route().provider().equals("deepseek")
        && call.caller().blind()
        && chance.happens(STEADY)) {
      return Failure.limited(LimitSource.PROVIDER, 1_000);
    }
    if (!chance.happens(SHARE)) {
      return null;
    }
    Failure failure = chance.pick(TROUBLE, Some::weight).failure();
    return failure.ofStreams() && !call.streamed() ? null : failure;
  }

  private static Failure hungUp() {
    return new Failure(ErrorCategory.CANCELLED, 200, Phase.TRUNCATED, null, -1, 1_500, null);
  }
}
