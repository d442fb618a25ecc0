package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.app.config.MetricsSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Scrapable;
import io.gatewayanalyzer.app.observe.SpanResult;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KafkaStreams;

/** All metrics of one line, in a registry of their own: several lines may live in one process. */
public final class Metrics {
  private final CollectorRegistry registry = new CollectorRegistry();
  private final LineMetrics line;
  private final LongSupplier clock;

  /**
   * Metrics of a line that is not built yet.
   *
   * @param settings how many names they may carry
   * @param alertNames alerts that there may be
   * @param clock the time, epoch milliseconds
   */
  public Metrics(MetricsSettings settings, List<String> alertNames, LongSupplier clock) {
    this.clock = clock;
    FiringAlerts firing = new FiringAlerts(alertNames);
    LineFamilies families = new LineFamilies(registry);
    Credits credits = new Credits(families.labelsFolded.labels("account")::inc);
    line = new LineMetrics(families, settings, firing, credits);
    alertNames.forEach(line::mayMute);
    show(CallMetrics.AMPLIFICATION, values -> line.readAmplification(values, now()));
    show(CallMetrics.CREDIT_BALANCE, values -> credits.readBalances(values, now()));
    show(CallMetrics.CREDIT_RUNWAY, values -> credits.readRunways(values, now()));
    show(ProgramMetrics.ALERT_FIRING, firing::read);
  }

  /** Counts what the line tells. */
  public LineWatcher watcher() {
    return line;
  }

  /** What is scraped. */
  public Scrapable scrapable() {
    return new Exposition(registry);
  }

  /** Shows which program runs with which rules. */
  public void build(String version, String catalogVersion) {
    show(ProgramMetrics.BUILD_INFO, values -> values.add(1, version, catalogVersion));
  }

  /** Shows the JVM and the process. */
  public void jvm() {
    DefaultExports.register(registry);
  }

  /** Shows whether the line works. */
  public void ready(BooleanSupplier ready) {
    show(ProgramMetrics.READY, values -> values.add(ready.getAsBoolean() ? 1 : 0));
  }

  /** What failed or was retried has a trace from now on, that its example may name. */
  public void traced() {
    line.traced();
  }

  /** Shows what became of spans. */
  public void spans(ToLongFunction<SpanResult> counts) {
    show(
        ProgramMetrics.SPANS,
        values -> {
          for (SpanResult result : SpanResult.values()) {
            values.add((double) counts.applyAsLong(result), result.word());
          }
        });
  }

  /** Shows what found no place: attempts that came late or again, streams without request. */
  public void unjoined(LongSupplier late, LongSupplier repeated, LongSupplier alone) {
    show(
        ProgramMetrics.UNJOINED,
        values -> {
          values.add((double) late.getAsLong(), "late");
          values.add((double) repeated.getAsLong(), "repeated");
          values.add((double) alone.getAsLong(), "alone");
        });
  }

  /**
   * Shows what Kafka says.
   *
   * @param topics names of the topics to show
   */
  public void kafka(KafkaStreams streams, Set<String> topics) {
    show(
        ProgramMetrics.STREAMS_STATE,
        values -> {
          KafkaStreams.State now = streams.state();
          for (KafkaStreams.State state : KafkaStreams.State.values()) {
            values.add(state == now ? 1 : 0, state.name().toLowerCase(Locale.ROOT));
          }
        });
    new KafkaNumbers(() -> streams.metrics().values(), topics, line.stores()::read)
        .register(registry);
  }

  private void show(Family family, Consumer<Reading.Values> source) {
    new Reading(family, source).register(registry);
  }

  private long now() {
    return clock.getAsLong();
  }
}
