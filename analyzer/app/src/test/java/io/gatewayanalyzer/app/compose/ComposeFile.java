package io.gatewayanalyzer.app.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose file at the top of the repository, and the files beside it, as they stand there. */
final class ComposeFile {
  /** The top of the repository. */
  static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

  /** What the containers are configured with. */
  static final Path CONFIG = TOP.resolve("config").resolve("compose");

  private final Map<?, ?> root;

  private ComposeFile(Map<?, ?> root) {
    this.root = root;
  }

  /**
   * A service.
   *
   * @param name what the others call it
   * @param keys what is said of it, anchors merged
   */
  record Service(String name, Map<String, Object> keys) {
    /** A text, or null. */
    String text(String key) {
      Object value = keys.get(key);
      return value == null ? null : value.toString();
    }

    /** A list of texts; empty when nothing is said. */
    List<String> texts(String key) {
      Object value = keys.get(key);
      return value == null ? List.of() : ((List<?>) value).stream().map(Object::toString).toList();
    }

    /** A map; empty when nothing is said. */
    Map<?, ?> map(String key) {
      Object value = keys.get(key);
      return value == null ? Map.of() : (Map<?, ?>) value;
    }

    /** Whether somebody asks it how it is. */
    boolean checked() {
      return map("healthcheck").containsKey("test");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static ComposeFile read() {
    return new ComposeFile(yaml(TOP.resolve("docker-compose.yml")));
  }

  /** The services in the order of the file. */
  List<Service> services() {
    List<Service> services = new ArrayList<>();
    ((Map<?, ?>) root.get("services"))
        .forEach(
            (name, keys) -> services.add(new Service((String) name, merged((Map<?, ?>) keys))));
    return services;
  }

  /** The volumes that are declared. */
  List<String> volumes() {
    return ((Map<?, ?>) root.get("volumes")).keySet().stream().map(Object::toString).toList();
  }

  /** A YAML file that holds a map. */
  static Map<?, ?> yaml(Path file) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    return (Map<?, ?>) Objects.requireNonNull(new Load(settings).loadFromString(text(file)));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("cannot be read: " + file, e);
    }
  }

  /** YAML 1.2 leaves merging to its readers. */
  private static Map<String, Object> merged(Map<?, ?> keys) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (keys.get("<<") instanceof Map<?, ?> shared) {
      shared.forEach((key, value) -> all.put((String) key, value));
    }
    keys.forEach((key, value) -> all.put((String) key, value));
    all.remove("<<");
    return all;
  }
}
