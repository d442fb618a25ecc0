package io.gatewayanalyzer.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One of the core's operation scenarios: what was attempted, and the operations that must come out.
 *
 * @param name the file's name without its ending; the prefix of every id of the case
 * @param scenario what the case shows
 * @param basis what joins its attempts
 * @param attempts as the file has them
 * @param then the operations in the order they started, field by field as text
 * @param late how many attempts come too late to belong
 * @param repeated how many attempts are logged again
 */
record OperationCase(
    String name,
    String scenario,
    String basis,
    List<Map<String, String>> attempts,
    List<Map<String, String>> then,
    int late,
    int repeated) {
  private static final Path FILES = Path.of("../core/src/test/resources/operations");

  /** Every case that records in the order of time, in our own log format, can tell; by name. */
  static List<OperationCase> all() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(OperationCase::read)
          .filter(one -> one.attempts.stream().noneMatch(it -> it.containsKey("arrives")))
          .toList();
    }
  }

  /** The attempts that have to be found in operations. */
  int joined() {
    return attempts.size() - late - repeated;
  }

  private static OperationCase read(Path file) {
    String name = file.getFileName().toString().replace(".yaml", "");
    try {
      Load load = new Load(LoadSettings.builder().setLabel(name).build());
      Map<?, ?> root = (Map<?, ?>) load.loadFromString(Files.readString(file));
      return new OperationCase(
          name,
          root.get("scenario").toString(),
          root.get("joined_by").toString(),
          texts(root.get("attempts")),
          texts(root.get("then")),
          count(root.get("late")),
          count(root.get("repeated")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(Object number) {
    return number == null ? 0 : (Integer) number;
  }

  private static List<Map<String, String>> texts(Object mappings) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Object mapping : (List<?>) mappings) {
      Map<String, String> texts = new LinkedHashMap<>();
      ((Map<?, ?>) mapping)
          .forEach((key, value) -> texts.put(key.toString(), String.valueOf(value)));
      all.add(texts);
    }
    return all;
  }
}
