package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of Prometheus that is installed here: {@code apt-get install prometheus}. */
record PrometheusTool(Path program, Path directory) {
  private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.(\\d+)");

  /** The first that knows {@code keep_firing_for}. */
  private static final int MAJOR = 2;

  private static final int MINOR = 42;

  /** What a program said, output and errors in one. */
  record Answer(int exitCode, String output) {}

  /**
   * The program; the test is skipped where there is none, or one too old for the rules.
   *
   * @param directory where it may leave files
   */
  static PrometheusTool find(String name, Path directory) throws Exception {
    Path program = onPath(name);
    assumeTrue(program != null, name + " is not installed: apt-get install prometheus");
    PrometheusTool tool = new PrometheusTool(program, directory);
    Matcher version = VERSION.matcher(tool.ask(List.of("--version")).output());
    assertThat(version.find()).isTrue();
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    assumeTrue(
        major > MAJOR || major == MAJOR && minor >= MINOR,
        name + " is too old for keep_firing_for, it takes 2.42: " + version.group());
    return tool;
  }

  /** Runs it with words and files until it ends. */
  Answer ask(List<String> words, List<Path> files) throws Exception {
    List<String> arguments = new ArrayList<>(words);
    files.forEach(file -> arguments.add(file.toString()));
    return ask(arguments);
  }

  /** Runs it until it ends. */
  Answer ask(List<String> arguments) throws Exception {
    return reading(null, arguments);
  }

  /**
   * Runs it until it ends.
   *
   * @param input what it reads; null for nothing
   */
  Answer reading(Path input, List<String> arguments) throws Exception {
    Path output = Files.createTempFile(directory, "answer", ".txt");
    ProcessBuilder builder = command(arguments).redirectErrorStream(true);
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    int exitCode = builder.redirectOutput(output.toFile()).start().waitFor();
    return new Answer(exitCode, Files.readString(output, StandardCharsets.UTF_8));
  }

  /** How to start it. */
  ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static Path onPath(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }
}
