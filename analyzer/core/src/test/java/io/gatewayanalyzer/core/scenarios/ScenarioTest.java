package io.gatewayanalyzer.core.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.judge.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
  private static final long NOW = Instant.parse("2026-11-01T12:00:00Z").toEpochMilli();
  private static final Judge JUDGE = new Judge(Catalog.builtIn());

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.gatewayanalyzer.core.scenarios.ScenarioFiles#names")
  void shouldHold(String file) {
    // given
    Scenario scenario = ScenarioFiles.read(file);
    // when
    Decoded decoded = new Decoder().decode(scenario.record());
    // then
    List<String> differences =
        decoded instanceof RawRequest request
            ? differences(scenario.then(), JUDGE.judge(request, null, NOW))
            : differences(scenario.then(), (Undecodable) decoded);
    assertThat(differences).as("%s: %s", file, scenario.sentence()).isEmpty();
  }

  private static List<String> differences(Map<Expectation, String> then, Judged judged) {
    List<String> found = new ArrayList<>();
    then.forEach(
        (expectation, expected) -> {
          String actual = expectation.actual(judged);
          if (!expectation.holds(expected, actual)) {
            found.add(difference(expectation, expected, actual));
          }
        });
    if (!found.isEmpty() && !then.containsKey(Expectation.RULE)) {
      found.add("by rule " + Expectation.RULE.actual(judged));
    }
    return found;
  }

  private static List<String> differences(Map<Expectation, String> then, Undecodable undecodable) {
    List<String> found = new ArrayList<>();
    then.forEach(
        (expectation, expected) -> {
          boolean holds =
              expectation == Expectation.UNDECODABLE && undecodable.reason().equals(expected);
          if (!holds) {
            found.add(difference(expectation, expected, "undecodable: " + undecodable.reason()));
          }
        });
    return found;
  }

  private static String difference(Expectation expectation, String expected, String actual) {
    return String.format("%s: expected %s, was %s", expectation.key(), expected, actual);
  }
}
