package io.gatewayanalyzer.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** One run of the program inside the test: what it printed and how it ended. */
record Invocation(int exitCode, String out, String err) {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

  /** Runs at a fixed time. */
  static Invocation of(String input, String... args) {
    return of(NOON, input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Invocation of(Clock clock, byte[] input, String... args) {
    return of(clock, input, action -> {}, args);
  }

  /** Runs a command that ends when the action it leaves in {@code stopSignals} is run. */
  static Invocation of(Clock clock, byte[] input, Consumer<Runnable> stopSignals, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Console(
                new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                80,
                false,
                clock,
                stopSignals),
            args);
    return new Invocation(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
