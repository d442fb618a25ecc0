package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.core.alert.Phrases.count;
import static io.gatewayanalyzer.core.alert.Phrases.number;
import static io.gatewayanalyzer.core.alert.Phrases.percent;

import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.AlertSettings;
import io.gatewayanalyzer.core.policy.BlindRetries;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.CreditRunwayLow;
import io.gatewayanalyzer.core.policy.ErrorBudgetBurn;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.Slo;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import io.gatewayanalyzer.core.policy.UnknownPayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The alerts that settings provide for, with their numbers, in words. */
public final class AlertRows {
  private final AlertSettings settings;
  private final List<AlertRow> rows = new ArrayList<>();

  private AlertRows(AlertSettings settings) {
    this.settings = settings;
  }

  /** One row for each alert a policy may raise, in the order of their documentation. */
  public static List<AlertRow> of(AlertSettings settings) {
    AlertRows rows = new AlertRows(settings);
    rows.credit(settings.creditExhausted());
    rows.runway(settings.creditRunwayLow());
    rows.rateLimits(settings.rateLimitSpike());
    settings.slos().forEach(slo -> rows.budget(slo, settings.errorBudgetBurn()));
    rows.outage(settings.providerOutage());
    rows.streams(settings.streamBreakage());
    rows.storm(settings.retryStorm());
    rows.blind(settings.blindRetries());
    rows.unknown(settings.unknownPayload());
    return List.copyOf(rows.rows);
  }

  private void credit(CreditExhausted.Settings set) {
    credit(set, "account", set.account());
    credit(set, "key", set.key());
    credit(set, "provider account", set.providerAccount());
  }

  private void credit(CreditExhausted.Settings set, String of, CreditExhausted.Kind kind) {
    String unsure =
        of.equals("account")
            ? ", or " + number(set.unconfirmedEvents()) + " when only the status says so"
            : "";
    add(
        CreditExhausted.NAME,
        of,
        kind.severity(),
        count(kind.events(), "refusal") + in(set.window()) + unsure,
        "something served and no refusal for "
            + span(set.recovery())
            + ", or none for "
            + span(set.silence()));
  }

  private void runway(CreditRunwayLow.Settings set) {
    runway(set, "account, low", set.low(), set.lowSeverity());
    runway(set, "account, tight", set.tight(), set.tightSeverity());
    runway(set, "account, critical", set.critical(), set.criticalSeverity());
  }

  private void runway(CreditRunwayLow.Settings set, String of, Duration below, Severity severity) {
    add(
        CreditRunwayLow.NAME,
        of,
        severity,
        "out of credit within " + span(below),
        "credit for "
            + Phrases.span(Math.round(below.toMillis() * set.leaveFactor()))
            + " or more");
  }

  private void rateLimits(RateLimitSpike.Settings set) {
    add(
        RateLimitSpike.NAME,
        "model and whose limit",
        set.severity(),
        count(set.minEvents(), "event")
            + " and "
            + percent(set.minShare())
            + " of attempts"
            + in(set.window())
            + ", z of "
            + number(set.enterZ())
            + " in 2 of 3 minutes",
        "z below " + number(set.leaveZ()) + " for " + span(set.leaveFor()));
  }

  private void budget(Slo slo, ErrorBudgetBurn.Settings set) {
    for (ErrorBudgetBurn.Window window : set.windows()) {
      add(
          ErrorBudgetBurn.NAME,
          slo.name() + ", " + percent(slo.objective()) + " of " + slo.of().wire(),
          window.severity(),
          "the budget burns "
              + number(window.factor())
              + " times as fast as it may in "
              + span(window.longWindow())
              + " and "
              + span(window.shortWindow()),
          "below " + number(window.factor() * set.leaveShare()) + " for " + span(set.leaveFor()));
    }
  }

  private void outage(ProviderOutage.Settings set) {
    add(
        ProviderOutage.NAME,
        "provider",
        set.severity(),
        percent(set.share())
            + " of "
            + count(set.minAttempts(), "attempt")
            + " or more fail"
            + in(set.window()),
        "below " + percent(set.leaveShare()) + " for " + span(set.leaveFor()));
  }

  private void streams(StreamBreakage.Settings set) {
    add(
        StreamBreakage.NAME,
        "provider",
        set.severity(),
        percent(set.share())
            + " of streams and "
            + number(set.minBroken())
            + " break"
            + in(set.window()),
        "below " + percent(set.leaveShare()) + " for " + span(set.leaveFor()));
  }

  private void storm(RetryStorm.Settings set) {
    add(
        RetryStorm.NAME,
        "gateway",
        set.severity(),
        "more than "
            + number(set.ratio())
            + " attempts an operation, "
            + count(set.minAttempts(), "attempt")
            + " or more,"
            + in(set.window()),
        "below " + number(set.leaveRatio()) + " for " + span(set.leaveFor()));
  }

  private void blind(BlindRetries.Settings set) {
    add(
        BlindRetries.NAME,
        "client",
        set.severity(),
        count(set.minRetries(), "blind retry") + in(set.window()),
        "below " + number(set.leaveRetries()) + " for " + span(set.leaveFor()));
  }

  private void unknown(UnknownPayload.Settings set) {
    add(
        UnknownPayload.NAME,
        "fingerprint",
        set.newSeverity(),
        "seen for the first time" + in(set.remembered()),
        span(set.newFor()) + " later");
    String fires =
        "more than "
            + percent(set.share())
            + " unexplained, "
            + number(set.minUnknown())
            + " of "
            + count(set.minRecords(), "record")
            + " or more,"
            + in(set.window());
    String ends = "below " + percent(set.leaveShare()) + " for " + span(set.leaveFor());
    add(UnknownPayload.NAME, "gateway", set.severity(), fires, ends);
    add(UnknownPayload.NAME, "line", set.severity(), fires, ends);
  }

  private void add(String name, String of, Severity severity, String fires, String ends) {
    String urgency = settings.off().contains(name) ? "off" : severity.wire();
    rows.add(new AlertRow(name, of, urgency, fires, ends));
  }

  private static String in(Duration window) {
    return " in " + span(window);
  }

  private static String span(Duration time) {
    return Phrases.span(time.toMillis());
  }
}
