package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asks Prometheus's own promtool; skipped where there is none, or one too old for the rules. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PrometheusRulesTest {
  private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.(\\d+)");

  /** The first that knows {@code keep_firing_for}. */
  private static final int MAJOR = 2;

  private static final int MINOR = 42;

  @TempDir private static Path directory;

  private static Path promtool;

  private record Answer(int exitCode, String output) {}

  @BeforeAll
  static void find() throws Exception {
    promtool = onPath();
    assumeTrue(promtool != null, "promtool is not installed: apt-get install prometheus");
    Matcher version = VERSION.matcher(ask(List.of("--version")).output());
    assertThat(version.find()).isTrue();
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    assumeTrue(
        major > MAJOR || major == MAJOR && minor >= MINOR,
        "promtool is too old for keep_firing_for, it takes 2.42: " + version.group());
  }

  @Test
  void shouldFindNothingWrongWithTheRules() throws Exception {
    // Given
    List<Path> files = RuleFiles.rules();

    // When
    Answer answer = ask(List.of("check", "rules"), files);

    // Then
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output().lines().filter(line -> line.contains("SUCCESS")))
        .hasSameSizeAs(files);
  }

  @Test
  void shouldFireAndBeSilentAsTheTestsOfTheRulesSay() throws Exception {
    // Given
    List<Path> files = RuleFiles.tests();

    // When
    Answer answer = ask(List.of("test", "rules"), files);

    // Then
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output().lines().filter(line -> line.contains("SUCCESS")))
        .hasSameSizeAs(files);
  }

  private static Path onPath() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path file = Path.of(folder, "promtool");
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  private static Answer ask(List<String> words, List<Path> files) throws Exception {
    List<String> arguments = new ArrayList<>(words);
    files.forEach(file -> arguments.add(file.toString()));
    return ask(arguments);
  }

  private static Answer ask(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(promtool.toString()));
    command.addAll(arguments);
    Path output = Files.createTempFile(directory, "promtool", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Answer(exitCode, Files.readString(output, StandardCharsets.UTF_8));
  }
}
