package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.app.config.MetricsSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.correlate.AttemptSummary;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.TraceIds;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what the line tells. Finding the series of an attempt allocates nothing, whatever it is
 * about.
 */
final class LineMetrics implements LineWatcher {
  private static final double MS = 1_000.0;
  private static final int MOST_RULES = 5_000;
  private static final StreamVerdict[] STREAM_VERDICTS = StreamVerdict.values();

  private final LineFamilies families;
  private final AllowedNames gateways;
  private final AllowedNames providers;
  private final AllowedNames models;
  private final AllowedNames rules;
  private final Statuses statuses;
  private final Series<TracedCounter> attempts;
  private final Series<TracedCounter> operations;
  private final Series<Counter.Child> rateLimited;
  private final Series<TracedCounter> insufficientCredits;
  private final Series<Counter.Child[]> streamVerdicts;
  private final Series<Counter.Child> ruleHits;
  private final Cells<GatewayCounts> byGateway = new Cells<>();
  private final ConcurrentHashMap<Label, GatewayCounts> allGateways = new ConcurrentHashMap<>();
  private final Counter.Child[] records;
  private final Counter.Child deadLetters;
  private final Histogram.Child eventLag;
  private final FiringAlerts firing;
  private final Credits credits;
  private final StoreNumbers stores = new StoreNumbers();
  private final GatewayCounts nobody;
  private volatile boolean traced;

  LineMetrics(
      LineFamilies families, MetricsSettings settings, FiringAlerts firing, Credits credits) {
    this.families = families;
    this.firing = firing;
    this.credits = credits;
    int most = settings.maxSeries();
    int mostGateways = Math.min(settings.maxGateways(), Math.max(1, most / Widths.OF_A_GATEWAY));
    gateways = names("gateway", List.of(), mostGateways);
    providers = names("provider", List.of(), settings.maxProviders());
    models = names("model", settings.models(), settings.maxModels());
    rules = names("rule", List.of(), Math.min(MOST_RULES, most));
    statuses = new Statuses(names("http_status", List.of(), 0));
    attempts = new Series<>(most, this::attemptCounter, gateways, providers, models);
    operations = new Series<>(most, this::operationCounter, gateways, providers, models);
    rateLimited = new Series<>(most, this::limitCounter, gateways, providers, models);
    insufficientCredits =
        new Series<>(most, this::creditCounter, gateways, statuses.names(), models);
    streamVerdicts =
        new Series<>(
            most / STREAM_VERDICTS.length, this::streamCounters, gateways, providers, models);
    ruleHits = new Series<>(most, this::ruleCounter, rules, rules, rules);
    records =
        Arrays.stream(Stage.values())
            .map(stage -> families.records.labels(stage.word()))
            .toArray(Counter.Child[]::new);
    deadLetters = families.deadLetters.labels();
    eventLag = families.eventLag.labels();
    nobody = counts(Label.UNKNOWN);
  }

  private AllowedNames names(String label, List<String> given, int most) {
    return new AllowedNames(given, most, families.labelsFolded.labels(label));
  }

  @Override
  public void read(Stage stage) {
    records[stage.ordinal()].inc();
  }

  @Override
  public void attempt(Attempt attempt, long nowMs) {
    Origin origin = attempt.origin();
    Verdict verdict = attempt.verdict();
    Label gateway = gateways.of(origin.gateway(), true);
    Label provider = providers.of(origin.provider(), true);
    Label model = models.of(origin.model(), real(verdict));
    TracedCounter counter =
        attempts.at(gateway, provider, model, Closed.ofAttempt(origin.api(), verdict));
    GatewayCounts counts = counts(gateway);
    counts.used(attempt);
    long endMs = attempt.eventTimeMs() + Math.max(0, attempt.durationMs());
    eventLag.observe(Math.max(0, nowMs - endMs) / MS);
    if (attempt.streamVerdict() != null) {
      streamVerdicts.at(gateway, provider, Label.NONE, 0)[attempt.streamVerdict().ordinal()].inc();
    }
    if (verdict == null) {
      counter.inc();
    } else {
      count(counter, attempt, nowMs);
      failed(attempt, verdict, counts, gateway, provider, model, nowMs);
    }
  }

  /** Callers may ask for any model; one that fails for another's reasons was found. */
  private static boolean real(Verdict verdict) {
    return verdict == null
        || verdict.faultDomain() != FaultDomain.CALLER
            && verdict.faultDomain() != FaultDomain.UNKNOWN;
  }

  /** A derived trace is of use only when there is one, and costs more than all the rest. */
  private void count(TracedCounter counter, Attempt attempt, long nowMs) {
    counter.inc(
        traced && counter.wantsTrace(nowMs) ? TraceIds.of(attempt) : attempt.traceId(), nowMs);
  }

  private void failed(
      Attempt attempt,
      Verdict verdict,
      GatewayCounts counts,
      Label gateway,
      Label provider,
      Label model,
      long nowMs) {
    ruleHits.at(rules.of(verdict.rule(), true), Label.NONE, Label.NONE, 0).inc();
    if (!verdict.recognized()) {
      counts.unrecognized();
    }
    if (verdict.category() == ErrorCategory.RATE_LIMITED) {
      rateLimited.at(gateway, provider, model, Closed.ofLimit(verdict)).inc();
    } else if (verdict.category() == ErrorCategory.INSUFFICIENT_CREDITS) {
      Label status = statuses.of(attempt.httpStatus());
      TracedCounter counter =
          insufficientCredits.at(gateway, status, Label.NONE, Closed.ofCredit(verdict));
      count(counter, attempt, nowMs);
    }
  }

  @Override
  public void operation(Correlated.Closed closed, long nowMs) {
    Operation operation = closed.operation();
    AttemptSummary last = closed.attempts().get(closed.attempts().size() - 1);
    boolean succeeded = operation.outcome().succeeded();
    Label gateway = gateways.of(operation.gateway(), true);
    Label provider = providers.of(last.provider(), true);
    Label model = models.of(last.model(), succeeded);
    FaultDomain domain = succeeded ? null : last.faultDomain();
    int words = Closed.ofOperation(operation.api(), operation.outcome(), domain);
    TracedCounter counter = operations.at(gateway, provider, model, words);
    if (operation.outcome() == Outcome.FIRST_TRY) {
      counter.inc();
    } else {
      String trace =
          traced && counter.wantsTrace(nowMs) ? TraceIds.of(closed) : operation.traceId();
      counter.inc(trace, nowMs);
    }
    counts(gateway).closed(operation, nowMs);
  }

  @Override
  public void undecodable() {
    nobody.undecodable();
  }

  @Override
  public void deadLetter() {
    deadLetters.inc();
  }

  @Override
  public void alert(String task, Alert alert) {
    firing.said(task, alert);
  }

  @Override
  public void alertFires(String task, String alertId, String name, Severity severity) {
    firing.fires(task, alertId, name, severity);
  }

  @Override
  public void alertsGone(String task) {
    firing.gone(task);
  }

  @Override
  public void muted(Alert alert) {
    families.alertsMuted.labels(alert.name()).inc();
  }

  /** From now on what failed or was retried has a trace. */
  void traced() {
    traced = true;
  }

  /** Begins to count the alerts of a name that are not said. */
  void mayMute(String alertName) {
    families.alertsMuted.labels(alertName);
  }

  @Override
  public void stored(String store, String task, long entries, long bytes) {
    stores.stored(store, task, entries, bytes);
  }

  @Override
  public void storeGone(String store, String task) {
    stores.gone(store, task);
  }

  /** How large the stores on the heap are. */
  StoreNumbers stores() {
    return stores;
  }

  @Override
  public void credit(
      String task,
      String gateway,
      String tenant,
      double leftUsd,
      double runwaySeconds,
      long nowMs) {
    credits.heard(task, gateways.of(gateway, true).text(), tenant, leftUsd, runwaySeconds, nowMs);
  }

  @Override
  public void creditsGone(String task) {
    credits.gone(task);
  }

  /** Attempts per operation of each gateway. */
  void readAmplification(Reading.Values values, long nowMs) {
    for (GatewayCounts counts : allGateways.values()) {
      double ratio = counts.amplification().ratio(nowMs);
      if (!Double.isNaN(ratio)) {
        values.add(ratio, counts.gateway());
      }
    }
  }

  private GatewayCounts counts(Label gateway) {
    GatewayCounts known = byGateway.get(gateway, Label.NONE, Label.NONE, 0);
    return known == null ? firstCounts(gateway) : known;
  }

  private GatewayCounts firstCounts(Label gateway) {
    GatewayCounts made =
        byGateway.make(
            gateway, Label.NONE, Label.NONE, 0, () -> new GatewayCounts(families, gateway));
    allGateways.put(gateway, made);
    return made;
  }

  private TracedCounter attemptCounter(Label gateway, Label provider, Label model, int closed) {
    return new TracedCounter(
        families.attempts.labels(
            gateway.text(),
            Closed.api(closed),
            provider.text(),
            model.text(),
            Closed.category(closed),
            Closed.faultDomain(closed),
            Closed.phase(closed)));
  }

  private TracedCounter operationCounter(Label gateway, Label provider, Label model, int closed) {
    return new TracedCounter(
        families.operations.labels(
            gateway.text(),
            Closed.api(closed),
            provider.text(),
            model.text(),
            Closed.outcome(closed),
            Closed.faultDomain(closed)));
  }

  private Counter.Child limitCounter(Label gateway, Label provider, Label model, int closed) {
    return families.rateLimited.labels(
        gateway.text(),
        provider.text(),
        model.text(),
        Closed.limitSource(closed),
        Closed.limitDimension(closed));
  }

  private TracedCounter creditCounter(Label gateway, Label status, Label none, int closed) {
    return new TracedCounter(
        families.insufficientCredits.labels(
            gateway.text(), Closed.creditScope(closed), status.text()));
  }

  private Counter.Child[] streamCounters(Label gateway, Label provider, Label none, int closed) {
    return Arrays.stream(STREAM_VERDICTS)
        .map(
            verdict ->
                families.streamVerdicts.labels(gateway.text(), provider.text(), verdict.wire()))
        .toArray(Counter.Child[]::new);
  }

  private Counter.Child ruleCounter(Label rule, Label none, Label neither, int closed) {
    return families.ruleHits.labels(rule.text());
  }
}
