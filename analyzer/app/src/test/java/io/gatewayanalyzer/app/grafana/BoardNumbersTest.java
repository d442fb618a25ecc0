package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatewayanalyzer.app.grafana.BoardFiles.Panel;
import io.gatewayanalyzer.app.grafana.BoardFiles.Target;
import io.gatewayanalyzer.core.policy.AlertSettings;
import io.gatewayanalyzer.core.policy.CreditRunwayLow;
import io.gatewayanalyzer.core.policy.ErrorBudgetBurn;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.Slo;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Where a panel changes its colour, an alert begins: a limit that changes wants its panel changed.
 */
class BoardNumbersTest {
  private static final AlertSettings DEFAULTS = AlertSettings.defaults();
  private static final Offset<Double> ROUNDED = Offset.offset(1e-9);

  @Test
  void shouldBeThoseOfARunway() {
    // Given
    CreditRunwayLow.Settings settings = DEFAULTS.creditRunwayLow();

    // When
    List<Panel> panels = panels("Credit lasts");

    // Then
    assertThat(panels)
        .hasSize(3)
        .allSatisfy(
            panel ->
                assertThat(limits(panel.defaults().path("thresholds")))
                    .containsExactly(
                        (double) settings.critical().toSeconds(),
                        (double) settings.tight().toSeconds(),
                        (double) settings.low().toSeconds()));
  }

  @Test
  void shouldBeThoseOfABurningBudget() {
    // Given
    ErrorBudgetBurn.Settings settings = DEFAULTS.errorBudgetBurn();
    Slo slo = DEFAULTS.slos().get(0);

    // When
    Panel burn = panels("Error budget: how many times too fast").get(0);
    List<JsonNode> overrides =
        BoardFiles.list(burn.json().path("fieldConfig").path("overrides")).toList();

    // Then
    assertThat(overrides)
        .zipSatisfy(
            settings.windows(),
            (override, window) ->
                assertThat(limits(override.path("properties").path(0).path("value")))
                    .zipSatisfy(
                        List.of(window.factor() * settings.leaveShare(), window.factor()),
                        (shown, meant) -> assertThat(shown).isCloseTo(meant, ROUNDED)));
    assertThat(BoardFiles.targets())
        .filteredOn(target -> target.expr().contains("operations_failed:ratio"))
        .hasSize(settings.windows().size() + 1)
        .extracting(Target::expr)
        .allMatch(expr -> expr.contains(") / " + Math.round((1 - slo.objective()) * 1e6) / 1e6));
    assertThat(limits("Success: operations and attempts")).containsExactly(slo.objective());
    assertThat(limits("Availability (SLO)"))
        .zipSatisfy(
            List.of(1 - 6 * (1 - slo.objective()), slo.objective()),
            (shown, meant) -> assertThat(shown).isCloseTo(meant, ROUNDED));
  }

  @Test
  void shouldBeThoseOfTheOtherAlerts() {
    // Given
    ProviderOutage.Settings outage = DEFAULTS.providerOutage();
    RetryStorm.Settings storm = DEFAULTS.retryStorm();
    RateLimitSpike.Settings spike = DEFAULTS.rateLimitSpike();
    double unknown = DEFAULTS.unknownPayload().share();

    // When
    List<Double> ofOutage = limits("Faults of providers");

    // Then
    assertThat(ofOutage).containsExactly(outage.leaveShare(), outage.share());
    assertThat(limits("Attempts per operation")).containsExactly(storm.leaveRatio(), storm.ratio());
    assertThat(limits("Attempts per operation, worst gateway"))
        .containsExactly(storm.leaveRatio(), storm.ratio());
    assertThat(limits("Hidden failures: streams that broke after a 200"))
        .containsExactly(DEFAULTS.streamBreakage().share());
    assertThat(limits("Share that is limited")).containsExactly(spike.minShare());
    assertThat(limits("Unusually limited")).containsExactly(spike.leaveZ(), spike.enterZ());
    assertThat(limits("Not understood, by reason")).containsExactly(unknown);
    assertThat(limits("Not understood")).endsWith(unknown);
    assertThat(limits("What nobody can explain")).endsWith(unknown);
  }

  private static List<Panel> panels(String title) {
    return BoardFiles.panels().stream().filter(panel -> panel.title().equals(title)).toList();
  }

  private static List<Double> limits(String title) {
    List<Panel> found = panels(title);
    assertThat(found).as(title).hasSize(1);
    return limits(found.get(0).defaults().path("thresholds"));
  }

  /** The values at which the colour changes, the lowest first. */
  private static List<Double> limits(JsonNode thresholds) {
    Stream<JsonNode> steps = BoardFiles.list(thresholds.path("steps")).skip(1);
    return steps.map(step -> step.path("value").asDouble()).toList();
  }
}
