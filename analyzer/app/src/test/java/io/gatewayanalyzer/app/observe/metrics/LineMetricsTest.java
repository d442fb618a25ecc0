package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.MetricsSettings;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineMetricsTest {
  private final Metrics metrics =
      new Metrics(MetricsSettings.defaults(), List.of("CreditExhausted"), () -> Seen.NOW_MS);

  @Test
  void shouldCountAHealthyAttemptWithoutWordsOfFailure() {
    // when
    metrics.watcher().attempt(Seen.healthy("g", "p", "m"), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_attempts_total"))
        .isEqualTo(
            Map.of(
                "{gateway=\"g\",api=\"chat_completions\",provider=\"p\",model=\"m\",category=\"\","
                    + "fault_domain=\"\",phase=\"\",}",
                1.0));
  }

  @Test
  void shouldSayWhatFailedAndWhoHasToAct() {
    // when
    metrics.watcher().attempt(Seen.failed("g", "p", "m", ErrorCategory.TIMEOUT), Seen.NOW_MS);

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_attempts_total"))
        .isEqualTo(
            Map.of(
                "{gateway=\"g\",api=\"chat_completions\",provider=\"p\",model=\"m\","
                    + "category=\"timeout\",fault_domain=\"provider\",phase=\"before_response\",}",
                1.0));
    assertThat(scrape.values("llmgw_rule_hits_total"))
        .containsOnlyKeys("{rule=\"sender/timeout\",}");
  }

  @Test
  void shouldSayWhoseLimitItWas() {
    // when
    metrics.watcher().attempt(Seen.failed("g", "p", "m", ErrorCategory.RATE_LIMITED), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_rate_limited_total"))
        .isEqualTo(
            Map.of(
                "{gateway=\"g\",provider=\"p\",model=\"m\",limit_source=\"gateway\","
                    + "limit_dimension=\"tokens\",}",
                1.0));
  }

  @Test
  void shouldShowBehindWhichStatusCreditRunsOut() {
    // when
    metrics.watcher().attempt(Seen.outOfCredit("g", 403), Seen.NOW_MS);
    metrics.watcher().attempt(Seen.outOfCredit("g", 0), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_insufficient_credits_total"))
        .containsOnlyKeys(
            "{gateway=\"g\",credit_scope=\"key\",http_status=\"403\",}",
            "{gateway=\"g\",credit_scope=\"key\",http_status=\"unknown\",}");
  }

  @Test
  void shouldBeginEveryVerdictOfAProvidersStreamsAtZero() {
    // when
    metrics.watcher().attempt(Seen.streamed("g", "p", StreamVerdict.TRUNCATED), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_stream_verdicts_total"))
        .hasSize(StreamVerdict.values().length)
        .containsEntry("{gateway=\"g\",provider=\"p\",verdict=\"completed\",}", 0.0)
        .containsEntry("{gateway=\"g\",provider=\"p\",verdict=\"truncated\",}", 1.0);
  }

  @Test
  void shouldTellWhatNobodyCouldReadFromWhatNobodyHasARuleFor() {
    // when
    metrics.watcher().undecodable();
    metrics.watcher().attempt(Seen.unrecognized("g"), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_unknown_payloads_total"))
        .containsEntry("{gateway=\"unknown\",reason=\"undecodable_record\",}", 1.0)
        .containsEntry("{gateway=\"unknown\",reason=\"unrecognized_error\",}", 0.0)
        .containsEntry("{gateway=\"g\",reason=\"undecodable_record\",}", 0.0)
        .containsEntry("{gateway=\"g\",reason=\"unrecognized_error\",}", 1.0);
  }

  @Test
  void shouldAddUpTokensAndMoneyThatLogsName() {
    // when
    metrics.watcher().attempt(Seen.healthy("g", "p", "m"), Seen.NOW_MS);
    metrics.watcher().attempt(Seen.healthy("g", "p", "m"), Seen.NOW_MS);

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_tokens_total"))
        .containsEntry("{gateway=\"g\",direction=\"input\",}", 20.0)
        .containsEntry("{gateway=\"g\",direction=\"output\",}", 10.0);
    assertThat(scrape.values("llmgw_cost_usd_total")).containsEntry("{gateway=\"g\",}", 0.5);
  }

  @Test
  void shouldMeasureLagFromTheEndOfTheAttempt() {
    // when
    metrics.watcher().attempt(Seen.healthy("g", "p", "m"), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).sum("llmgw_event_lag_seconds_sum")).isEqualTo(2.0);
  }

  @Test
  void shouldNotLearnAModelThatACallerInvented() {
    // when
    metrics.watcher().attempt(Seen.failed("g", "p", "gpt-9", ErrorCategory.NOT_FOUND), Seen.NOW_MS);
    metrics.watcher().attempt(Seen.failed("g", "p", "gpt-5", ErrorCategory.TIMEOUT), Seen.NOW_MS);

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_attempts_total").keySet())
        .anyMatch(labels -> labels.contains("model=\"gpt-5\""))
        .anyMatch(labels -> labels.contains("model=\"other\",category=\"not_found\""))
        .noneMatch(labels -> labels.contains("gpt-9"));
    assertThat(scrape.values("llmgw_labels_folded_total")).containsEntry("{label=\"model\",}", 1.0);
  }

  @Test
  void shouldShowATraceOfAFailureAndNotOfEachOne() {
    // when
    metrics.watcher().attempt(Seen.healthy("g", "p", "m"), Seen.NOW_MS);
    metrics.watcher().attempt(Seen.failed("g", "p", "m", ErrorCategory.TIMEOUT), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics.scrapable(), Scrape.OPEN_METRICS).lines())
        .filteredOn(line -> line.startsWith("llmgw_attempts_total") && line.contains(" # "))
        .singleElement()
        .asString()
        .contains("category=\"timeout\"")
        .contains("} 1.0 # {trace_id=\"" + Seen.TRACE + "\"} 1.0 ");
  }

  @Test
  void shouldBeginAtZeroWhatAlertsAndBoardsAskFor() {
    // when
    metrics.watcher().read(Stage.DECODE);

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_records_total"))
        .hasSize(Stage.values().length)
        .containsEntry("{stage=\"decode\",}", 1.0)
        .containsEntry("{stage=\"alert\",}", 0.0);
    assertThat(scrape.values("llmgw_dead_letters_total")).containsEntry("", 0.0);
    assertThat(scrape.values("llmgw_alerts_muted_total"))
        .isEqualTo(Map.of("{alertname=\"CreditExhausted\",}", 0.0));
    assertThat(scrape.values("llmgw_alert_firing"))
        .hasSize(3)
        .containsEntry("{alertname=\"CreditExhausted\",severity=\"page\",}", 0.0);
    assertThat(scrape.values("llmgw_labels_folded_total")).hasSize(6);
  }
}
