package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.policy.PolicyLine.acme;
import static io.gatewayanalyzer.core.policy.PolicyLine.nowhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.policy.PolicyLine.Happening;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnknownPayloadTest {
  private static final long DAY = 86_400;
  private static final Place ODD =
      new Place("anannas", "openai", null, null, null, null, null, "0123456789abcdef");

  private final PolicyLine line =
      new PolicyLine(new UnknownPayload(UnknownPayload.Settings.DEFAULTS));

  @Test
  void shouldTellOfAShapeThatIsSeenForTheFirstTime() {
    // When
    line.at(60, ODD, unexplained(2)).passes(2 * 3_600);

    // Then
    assertThat(line.story())
        .containsExactly(
            "60 firing: A payload nobody has a rule for, new at anannas: shape 0123456789abcdef,"
                + " 2 times in 1 h",
            "3660 resolved: No longer news at anannas: the payload of shape 0123456789abcdef,"
                + " 0 times in 1 h");
    assertThat(line.alerts().get(0).labels())
        .containsEntry("severity", "info")
        .containsEntry("scope", "fingerprint")
        .containsEntry("fingerprint", "0123456789abcdef")
        .containsEntry("gateway", "anannas");
  }

  @Test
  void shouldNotTellOfItAgain() {
    // When
    for (long day = 0; day < 40; day++) {
      line.at(day * DAY + 3_660, ODD, unexplained(1));
    }
    line.passes(41 * DAY);

    // Then
    assertThat(line.alerts()).extracting(Alert::firing).containsExactly(true, false);
  }

  @Test
  void shouldBeOverAfterAnHourThoughItGoesOn() {
    // When
    line.every(60, 2 * 3_600, ODD, unexplained(1));

    // Then
    assertThat(line.alerts()).extracting(Alert::firing).containsExactly(true, false);
    assertThat(line.alerts().get(1).endsAtMs()).isEqualTo(AlertLine.EPOCH_MS + 3_660_000);
  }

  @Test
  void shouldTellOfItAgainWhenItWasForgotten() {
    // When
    line.at(60, ODD, unexplained(1))
        .passes(32 * DAY)
        .at(32 * DAY, ODD, unexplained(1))
        .passes(33 * DAY);

    // Then
    assertThat(line.alerts()).extracting(Alert::firing).containsExactly(true, false, true, false);
  }

  @Test
  void shouldFireWhenTooManyAttemptsFailUnexplained() {
    // When
    line.every(60, 1_200, ODD, Happening.healthy(97), unexplained(3))
        .every(1_210, 3_600, acme(), Happening.healthy(100));

    // Then
    assertThat(
            line.alerts().stream().filter(alert -> alert.labels().get("scope").equals("gateway")))
        .extracting(
            alert -> alert.status().wire() + " " + alert.severity().wire(),
            alert -> alert.annotations().get("summary"))
        .containsExactly(
            tuple("firing ticket", "3 % of 700 attempts at anannas failed unexplained in 15 min"),
            tuple(
                "resolved ticket",
                "0 % of 9,000 attempts at anannas failed unexplained in 15 min"));
  }

  @Test
  void shouldFireWhenTooManyRecordsCannotBeRead() {
    // Given
    Place garbage = new Place(null, null, null, null, null, null, null, "feedfeedfeedfeed");

    // When
    line.every(10, 300, acme(), Happening.healthy(10))
        .every(10, 300, garbage, Happening.of(Measure.UNDECODABLE, 1))
        .passes(310);

    // Then
    assertThat(line.alerts())
        .filteredOn(alert -> alert.labels().get("scope").equals("line"))
        .extracting(alert -> alert.annotations().get("summary"))
        .containsExactly("9.1 % of 330 records cannot be read in 15 min");
  }

  @Test
  void shouldNotFireForAFewAmongMany() {
    // When
    line.at(60, acme(), Happening.healthy(196)).at(60, ODD, unexplained(4)).passes(1_800);

    // Then
    assertThat(line.alerts())
        .extracting(alert -> alert.labels().get("scope"))
        .containsOnly("fingerprint");
    assertThat(line.nearest()).isEqualTo("2 % of 1 % unknown, 200 of 100 records, in 15 min");
  }

  @Test
  void shouldNotMindHealthyTraffic() {
    // When
    line.every(60, 600, nowhere(), Happening.healthy(100)).ends();

    // Then
    assertThat(line.alerts()).isEmpty();
  }

  @Test
  void shouldRefuseToForgetTooSoon() {
    // When
    ThrowingCallable settings =
        () ->
            new UnknownPayload.Settings(
                Duration.ofHours(1),
                Duration.ofHours(36),
                Severity.INFO,
                0.01,
                100,
                5,
                Duration.ofMinutes(15),
                0.005,
                Duration.ZERO,
                Severity.TICKET);

    // Then
    assertThatThrownBy(settings)
        .hasMessage("remembered must be whole days, longer than new-for and at most 366d");
  }

  private static Happening unexplained(long amount) {
    return (counts, second) -> {
      Happening.failed(ErrorCategory.UNKNOWN, Measure.UNRECOGNIZED, amount).in(counts, second);
      counts.add(Measure.UNKNOWN_PAYLOADS, amount);
    };
  }
}
