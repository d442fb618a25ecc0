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

/**
 * Which operations are drawn: all that failed or were retried, and of the others as many as a
 * sampler of the SDK wants. That one sees nothing but the trace id, as for a trace that begins
 * here: what the caller decided about its own spans is not in the log.
 */
final class HealthySampler {
  private static final double STEPS = 0x1.0p53;

  private final Sampler sampler;

  /** Share of the operations whose log names no trace; NaN when the sampler decides of them too. */
  private final double ratio;

  private HealthySampler(Sampler sampler, double ratio) {
    this.sampler = sampler;
    this.ratio = ratio;
  }

  /** As a sampler of the SDK wants it. */
  static HealthySampler of(Sampler sampler) {
    return new HealthySampler(sampler, Double.NaN);
  }

  /**
   * A share of them. Where the log names no trace its id is not derived for the decision: that is
   * the dearest part of it, and most of them are not chosen.
   *
   * @param ratio 0 to 1
   */
  static HealthySampler ofRatio(double ratio) {
    return new HealthySampler(Sampler.traceIdRatioBased(ratio), ratio);
  }

  boolean wants(Correlated.Closed closed) {
    Operation operation = closed.operation();
    if (operation.outcome() != Outcome.FIRST_TRY || operation.attempts() > 1) {
      return true;
    }
    if (operation.traceId() == null && !Double.isNaN(ratio)) {
      return (TraceIds.spread(closed) >>> 11) < ratio * STEPS;
    }
    return sampler
            .shouldSample(
                Context.root(),
                TraceIds.of(closed),
                "",
                SpanKind.CLIENT,
                Attributes.empty(),
                List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  @Override
  public String toString() {
    return sampler.getDescription();
  }
}
