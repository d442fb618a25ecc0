package io.gatewayanalyzer.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two hours with six incidents; {@code -Dsimulation.seeds=20} for as many pairs of hours, the time
 * lines of all of them on the console.
 */
class IncidentsTest {
  private static final double PER_SECOND = 8;

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldTellEachIncidentOnceInTimeAndItsEndAndNothingElse(long seed) {
    // given
    List<Staged> incidents = Incidents.of(Simulation.START_MS, seed);
    SimulatedTraffic traffic =
        new SimulatedTraffic(
            seed, Simulation.START_MS, Incidents.LENGTH_MS, PER_SECOND, hour -> 1, incidents);
    SimulatedLine line = new SimulatedLine(AlertSettings.defaults().policies());

    // when
    traffic.run(line);

    // then
    Simulation.tell("two hours, seed " + seed, line, TimeLine.of(incidents, line.said()));
    assertThat(Heard.of(incidents, line.heard()).findings()).isEmpty();
  }

  static LongStream seeds() {
    return Simulation.seeds(2);
  }
}
