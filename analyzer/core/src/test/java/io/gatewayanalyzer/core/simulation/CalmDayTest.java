package io.gatewayanalyzer.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A day on which nothing happens: five times the traffic by day as by night, four attempts of a
 * thousand fail; {@code -Dsimulation.seeds=20} for as many days.
 */
class CalmDayTest {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final double NIGHT = 0.2;
  private static final double BUSIEST_HOUR = 14;

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldSayNothing(long seed) {
    // given
    SimulatedTraffic traffic =
        new SimulatedTraffic(
            seed, Simulation.START_MS, DAY_MS, perSecond(seed), CalmDayTest::load, List.of());
    SimulatedLine line = new SimulatedLine(AlertSettings.defaults().policies());

    // when
    traffic.run(line);

    // then
    Simulation.tell("a calm day, seed " + seed, line, TimeLine.of(List.of(), line.said()));
    assertThat(line.said()).isEmpty();
    assertThat((double) line.failed() / line.attempts()).isBetween(0.003, 0.005);
  }

  static LongStream seeds() {
    return Simulation.seeds(1);
  }

  /** Small and large companies have calm days. */
  private static double perSecond(long seed) {
    return seed % 3 == 0 ? 20 : seed % 3 == 1 ? 6 : 2;
  }

  /** Of what is most, at an hour since noon. */
  private static double load(double hour) {
    double wave = (1 + Math.cos((hour + 12 - BUSIEST_HOUR) / 24 * 2 * Math.PI)) / 2;
    return NIGHT + (1 - NIGHT) * wave;
  }
}
