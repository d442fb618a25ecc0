package io.gatewayanalyzer.app.compose;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs of others that say whether a configuration is one. */
enum Tool {
  PROMTOOL,
  AMTOOL;

  /** Whether it is installed. */
  boolean there() {
    return path() != null;
  }

  /** What it answers; fails when it finds a mistake. */
  String ask(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(path().toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return said;
  }

  private Path path() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path file = Path.of(folder, name().toLowerCase(Locale.ROOT));
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }
}
