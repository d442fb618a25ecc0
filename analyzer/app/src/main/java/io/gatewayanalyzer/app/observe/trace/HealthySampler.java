package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.TraceIds;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.function.Predicate;

/** Which operations are drawn: all that failed or were retried, and some of the others. */
final class HealthySampler {
  private static final double STEPS = 0x1.0p53;

  private final Predicate<Correlated.Closed> healthy;

  private final String description;

  private HealthySampler(String description, Predicate<Correlated.Closed> healthy) {
    this.description = description;
    this.healthy = healthy;
  }

  /**
   * As many of them as a sampler of the SDK wants. It sees nothing but the trace id, as for a trace
   * that begins here: what the caller decided about its own spans is not in the log.
   */
  static HealthySampler of(Sampler sampler) {
    return new HealthySampler(
        sampler.getDescription(), closed -> wants(sampler, TraceIds.of(closed)));
  }

  /**
   * A share of them, chosen by a number that is cheaper than the id the SDK would ask for.
   *
   * @param ratio 0 to 1
   */
  static HealthySampler ofRatio(double ratio) {
    return new HealthySampler(
        "share " + ratio, closed -> (TraceIds.spread(closed) >>> 11) < ratio * STEPS);
  }

  boolean wants(Correlated.Closed closed) {
    Operation operation = closed.operation();
    return operation.outcome() != Outcome.FIRST_TRY
        || operation.attempts() > 1
        || healthy.test(closed);
  }

  private static boolean wants(Sampler sampler, String traceId) {
    return sampler
            .shouldSample(
                Context.root(), traceId, "", SpanKind.CLIENT, Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  @Override
  public String toString() {
    return description;
  }
}
