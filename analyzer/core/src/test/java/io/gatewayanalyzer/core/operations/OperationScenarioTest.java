package io.gatewayanalyzer.core.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.correlate.CorrelateSettings;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.Line;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.operations.OperationScenario.Arrival;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationScenarioTest {
  private static final long GRACE_MS = CorrelateSettings.DEFAULTS.grace().toMillis();
  private static final int SEEDS = 20;

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void shouldHoldAsTheAttemptsWereMade(String file) {
    // Given
    OperationScenario scenario = read(file);

    // When
    Line line = run(scenario.arrivals(), null);

    // Then
    assertHolds(file, scenario, line);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void shouldHoldHoweverTheyArriveWithinTheGrace(String file) {
    OperationScenario scenario = read(file);
    for (int seed = 0; seed < SEEDS; seed++) {
      // Given
      List<Arrival> delayed = delayed(scenario.arrivals(), new Random(seed));

      // When
      Line line = run(delayed, null);

      // Then
      assertHolds(file + ", delayed by seed " + seed, scenario, line);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void shouldHoldHoweverTimeIsSliced(String file) {
    OperationScenario scenario = read(file);
    for (int seed = 0; seed < SEEDS; seed++) {
      // Given
      Random random = new Random(seed);
      List<Arrival> delayed = delayed(scenario.arrivals(), random);

      // When
      Line line = run(delayed, random);

      // Then
      assertHolds(file + ", delayed and sliced by seed " + seed, scenario, line);
    }
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(root())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** With a random, the correlator is woken at any moment between two arrivals. */
  private static Line run(List<Arrival> arrivals, Random wakes) {
    Line line = new Line(CorrelateSettings.DEFAULTS);
    long nowMs = 0;
    for (Arrival arrival : sorted(arrivals)) {
      if (wakes != null) {
        long betweenMs = Math.max(1, arrival.arrivesMs() - nowMs);
        line.passes(nowMs + wakes.nextLong(betweenMs)).wakes();
      }
      nowMs = Math.max(nowMs, arrival.arrivesMs());
      line.passes(nowMs).arrives(arrival.attempt());
    }
    line.ends();
    return line;
  }

  private static List<Arrival> delayed(List<Arrival> arrivals, Random random) {
    List<Arrival> delayed = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      long delayMs = arrival.pinned() ? 0 : random.nextLong(GRACE_MS);
      delayed.add(new Arrival(arrival.attempt(), arrival.arrivesMs() + delayMs, false));
    }
    return delayed;
  }

  private static List<Arrival> sorted(List<Arrival> arrivals) {
    return arrivals.stream().sorted(Comparator.comparingLong(Arrival::arrivesMs)).toList();
  }

  private static void assertHolds(String how, OperationScenario scenario, Line line) {
    List<Operation> operations = new ArrayList<>(line.operations());
    operations.sort(
        Comparator.comparingLong(Operation::startedMs).thenComparing(Operation::operationId));
    String what = how + ": " + scenario.sentence();
    assertThat(operations).as(what).hasSameSizeAs(scenario.then());
    for (int i = 0; i < operations.size(); i++) {
      assertThat(differences(scenario.then().get(i), operations.get(i)))
          .as("%s (operation %d)", what, i + 1)
          .isEmpty();
    }
    assertThat(line.count(Correlated.Late.class)).as("%s: late", what).isEqualTo(scenario.late());
    assertThat(line.count(Correlated.Repeated.class))
        .as("%s: repeated", what)
        .isEqualTo(scenario.repeated());
    assertThat(line.keys()).as("%s: nothing is kept for ever", what).isZero();
  }

  private static List<String> differences(
      Map<OperationExpectation, String> then, Operation operation) {
    List<String> differences = new ArrayList<>();
    then.forEach(
        (expectation, expected) -> {
          String actual = expectation.actual(operation);
          if (!actual.equals(expected)) {
            differences.add(expectation.key() + ": expected " + expected + ", was " + actual);
          }
        });
    return differences;
  }

  private static OperationScenario read(String file) {
    try {
      return OperationScenarioReader.read(file, Files.readString(root().resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(
          Objects.requireNonNull(OperationScenarioTest.class.getResource("/operations")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
