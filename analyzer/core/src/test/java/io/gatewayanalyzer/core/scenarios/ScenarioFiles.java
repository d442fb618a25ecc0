package io.gatewayanalyzer.core.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scenario files on the class path. */
public final class ScenarioFiles {
  private ScenarioFiles() {}

  /** Their names, {@code topic/case.yaml}, sorted. */
  public static List<String> names() {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one by its name. */
  public static Scenario read(String name) {
    try {
      return ScenarioReader.read(name, Files.readString(root().resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records of all of them. */
  public static List<byte[]> records() {
    return names().stream().map(name -> read(name).record()).toList();
  }

  private static Path root() {
    try {
      return Path.of(Objects.requireNonNull(ScenarioFiles.class.getResource("/scenarios")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
