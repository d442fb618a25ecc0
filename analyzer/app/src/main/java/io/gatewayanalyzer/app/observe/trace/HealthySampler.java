package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.TraceIds;
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
  private final Sampler sampler;

  HealthySampler(Sampler sampler) {
    this.sampler = sampler;
  }

  boolean wants(Correlated.Closed closed) {
    if (closed.operation().outcome() != Outcome.FIRST_TRY || closed.operation().attempts() > 1) {
      return true;
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
}
