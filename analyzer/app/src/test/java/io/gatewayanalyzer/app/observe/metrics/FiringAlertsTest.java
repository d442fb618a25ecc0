package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FiringAlertsTest {
  private final FiringAlerts firing = new FiringAlerts(List.of("RetryStorm"));

  @Test
  void shouldCountEachAlertOnceHoweverOftenItIsSaid() {
    // when
    firing.fires("3_0", "a", "RetryStorm", Severity.TICKET);
    firing.fires("3_0", "a", "RetryStorm", Severity.TICKET);
    firing.fires("3_1", "b", "RetryStorm", Severity.TICKET);

    // then
    assertThat(read())
        .isEqualTo(
            Map.of("RetryStorm page", 0.0, "RetryStorm ticket", 2.0, "RetryStorm info", 0.0));
  }

  @Test
  void shouldForgetWhatATaskSaidWhenItIsGone() {
    // given
    firing.fires("3_0", "a", "RetryStorm", Severity.TICKET);
    firing.fires("3_1", "b", "BlindRetries", Severity.PAGE);

    // when
    firing.gone("3_0");

    // then
    assertThat(read())
        .containsEntry("RetryStorm ticket", 0.0)
        .containsEntry("BlindRetries page", 1.0);
  }

  private Map<String, Double> read() {
    Map<String, Double> read = new TreeMap<>();
    firing.read((value, labels) -> read.put(String.join(" ", labels), value));
    return read;
  }
}
