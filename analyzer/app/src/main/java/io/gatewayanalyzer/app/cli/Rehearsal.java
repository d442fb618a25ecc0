package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.demo.TrafficFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Runs the common commands once and throws their output away, so that the launcher can archive the
 * classes they load.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Plays every command that needs nothing from outside. */
  public static void main(String[] args) throws IOException {
    play("--help");
    play("--version");
    play("classify");
    play("explain", "--status", "429");
    play("catalog", "list");
    play("topology");
    play("analyze", "-");
    System.exit(0);
  }

  private static void play(String... args) throws IOException {
    ByteArrayOutputStream traffic = new ByteArrayOutputStream();
    TrafficFile.write(traffic, 1, 200);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(
        new Console(
            new ByteArrayInputStream(traffic.toByteArray()),
            nowhere,
            nowhere,
            false,
            false,
            80,
            false,
            Clock.systemUTC(),
            action -> {}),
        args);
  }
}
