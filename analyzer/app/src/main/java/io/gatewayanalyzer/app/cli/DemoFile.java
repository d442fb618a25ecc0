package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.demo.Incident;
import io.gatewayanalyzer.app.demo.Scene;
import io.gatewayanalyzer.app.demo.TrafficFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;

/** The demo's traffic in a file, as {@code analyze} reads it. */
final class DemoFile {
  private final Console console;
  private final Path file;
  private final long seed;

  DemoFile(Console console, Path file, long seed) {
    this.console = console;
    this.file = file;
    this.seed = seed;
  }

  /** Writes so many records of everything that can happen. */
  void mixed(int records) throws IOException {
    try (OutputStream out = open()) {
      TrafficFile.write(out, seed, records);
    }
    console.note("wrote " + records + " records to " + file);
  }

  /**
   * Writes a scene, and says what is staged in it.
   *
   * @param length how long it is; null for as long as the scene is by itself
   * @param perSecond operations that start in a second
   */
  void scene(SceneOption option, Duration length, int perSecond) throws IOException {
    Scene played = option.scene(TrafficFile.START_MS);
    long lengthMs = (length == null ? option.length() : length).toMillis();
    try (OutputStream out = open()) {
      long written = TrafficFile.write(out, played, seed, perSecond, lengthMs);
      console.note("wrote " + written + " records to " + file);
    }
    for (Incident incident : played.incidents()) {
      console.note(
          "staged "
              + time(incident.fromMs())
              + " to "
              + time(incident.toMs())
              + " "
              + incident.what());
    }
  }

  private static String time(long timeMs) {
    return Instant.ofEpochMilli(timeMs).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private OutputStream open() throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || directory == null || !Files.isDirectory(directory)) {
      throw CommandFailed.usage(
          "--write: cannot write " + file + "; accepted: a file in a directory that is there");
    }
    OutputStream out = Files.newOutputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }
}
