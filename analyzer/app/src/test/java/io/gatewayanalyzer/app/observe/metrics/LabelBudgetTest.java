package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.MetricsSettings;
import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelBudgetTest {
  private static final int MANY = 100_000;
  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();

  @Test
  void shouldBoundSeriesWhateverNamesComeAndStillAddUp() {
    // given
    MetricsSettings settings = new MetricsSettings(List.of("mine"), 200, 50, 50, 1_000);
    Metrics metrics = new Metrics(settings, List.of(), () -> Seen.NOW_MS);

    // when
    for (int i = 0; i < MANY; i++) {
      String junk = "/v1/junk/" + i + "\n\u0000\ud800";
      metrics.watcher().attempt(Seen.healthy(junk, junk, junk), Seen.NOW_MS);
      ErrorCategory category = CATEGORIES[i % CATEGORIES.length];
      metrics.watcher().attempt(Seen.failed(junk, junk, "mine", category), Seen.NOW_MS);
      metrics.watcher().attempt(Seen.outOfCredit(junk, i % 1_000), Seen.NOW_MS);
    }

    // then
    Scrape scrape = Scrape.of(metrics);
    int closed = CATEGORIES.length + 1;
    assertThat(scrape.values("llmgw_attempts_total")).hasSizeLessThanOrEqualTo(1_000 + 2 * closed);
    assertThat(scrape.sum("llmgw_attempts_total")).isEqualTo(3.0 * MANY);
    assertThat(scrape.sum("llmgw_insufficient_credits_total"))
        .isEqualTo(
            MANY + (double) MANY / CATEGORIES.length, org.assertj.core.data.Offset.offset(1.0));
    assertThat(scrape.sum("llmgw_tokens_total")).isEqualTo(45.0 * MANY);
    assertThat(scrape.lines()).hasSizeLessThan(5_000);
    assertThat(scrape.sum("llmgw_labels_folded_total")).isGreaterThan(MANY);
  }

  @Test
  void shouldKeepTheGatewayWhenOnlyCombinationsAreTooMany() {
    // given
    MetricsSettings settings = new MetricsSettings(List.of(), 1_000, 50, 50, 100);
    Metrics metrics = new Metrics(settings, List.of(), () -> Seen.NOW_MS);

    // when
    for (int i = 0; i < 500; i++) {
      metrics.watcher().attempt(Seen.healthy("g", "p", "model-" + i), Seen.NOW_MS);
    }

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_attempts_total"))
        .hasSize(91)
        .allSatisfy((labels, count) -> assertThat(labels).contains("gateway=\"g\""))
        .containsEntry(
            "{gateway=\"g\",api=\"chat_completions\",provider=\"other\",model=\"other\","
                + "category=\"\",fault_domain=\"\",phase=\"\",}",
            410.0);
  }

  @Test
  void shouldNotShowAKeyThatACallerTookForAModel() {
    // given
    Metrics metrics = new Metrics(MetricsSettings.defaults(), List.of(), () -> Seen.NOW_MS);
    String key = "sk-proj-NotARealKey0123456789abcdefghijNotARealKey";

    // when
    metrics.watcher().attempt(Seen.failed("g", "p", key, ErrorCategory.RATE_LIMITED), Seen.NOW_MS);
    metrics
        .watcher()
        .attempt(Seen.failed("g", "p", "m".repeat(90) + " " + key, ErrorCategory.TIMEOUT), 0);

    // then
    Scrape scrape = Scrape.of(metrics);
    assertThat(scrape.values("llmgw_attempts_total")).hasSize(2);
    assertThat(scrape.lines()).noneMatch(line -> line.contains("sk-") || line.contains("NotA"));
  }

  @Test
  void shouldShowNamesCleanAndNoLongerThanNeeded() {
    // given
    Metrics metrics = new Metrics(MetricsSettings.defaults(), List.of(), () -> Seen.NOW_MS);

    // when
    metrics
        .watcher()
        .attempt(Seen.healthy("a\nb\u0007c\u2028d\u202ee", "p", "m".repeat(100_000)), Seen.NOW_MS);

    // then
    assertThat(Scrape.of(metrics).values("llmgw_attempts_total").keySet())
        .singleElement()
        .asString()
        .contains("gateway=\"a_b_c_d_e\"", "model=\"" + "m".repeat(100) + "\"");
  }
}
