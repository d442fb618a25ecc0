package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.TracesSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.SpanResult;
import io.gatewayanalyzer.core.correlate.Correlated;
import java.util.Map;

/**
 * Watches the line and sends operations as traces, when OpenTelemetry's variables say where to; off
 * otherwise. The line never waits for it.
 */
public final class Traces implements LineWatcher, AutoCloseable {
  private final SpanCounts counts = new SpanCounts();
  private final HealthySampler sampler;
  private final SpanSender sender;

  private Traces(HealthySampler sampler, OtelParts otel) {
    this.sampler = sampler;
    sender = otel == null ? null : new SpanSender(otel, counts, otel.queued());
  }

  /** Sends nothing. */
  public static Traces off() {
    return new Traces(null, null);
  }

  /**
   * What the environment asks for; off when it names no exporter and no endpoint. Threads begin.
   *
   * @param environment the variables of the process
   * @throws ConfigException when one of OpenTelemetry's cannot be used
   */
  public static Traces of(TracesSettings settings, Map<String, String> environment) {
    if (!OtelVariables.wanted(environment)) {
      return off();
    }
    SdkLog.divert();
    OtelParts otel;
    try {
      otel = OtelSetup.build(settings, environment);
    } catch (RuntimeException refused) {
      SdkLog.silence();
      throw OtelVariables.wrong(environment, others -> OtelSetup.build(settings, others).discard());
    }
    return new Traces(otel.healthy(), otel);
  }

  /** Whether anything is sent. */
  public boolean on() {
    return sender != null;
  }

  /** How many spans came to this end since the start. */
  public long spans(SpanResult result) {
    return counts.of(result);
  }

  @Override
  public void operation(Correlated.Closed closed, long nowMs) {
    if (sender == null) {
      return;
    }
    if (sampler.wants(closed)) {
      sender.offer(closed);
    } else {
      counts.add(SpanResult.UNSAMPLED, OperationSpans.count(closed));
    }
  }

  /** Sends what is waiting, within some seconds, and ends. */
  @Override
  public void close() {
    if (sender != null) {
      sender.close();
    }
  }
}
