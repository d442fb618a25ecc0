package io.gatewayanalyzer.app.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Prometheus rules in {@code grafana/alerting} and their tests, as they stand there. */
final class RuleFiles {
  static final Path DIRECTORY = Path.of("..", "..", "grafana", "alerting");

  private RuleFiles() {}

  /**
   * A rule, recording or alerting.
   *
   * @param file the name of its file
   * @param record what it records; null when it alerts
   * @param alert the alert's name; null when it records
   * @param expr its expression
   * @param keepFiringFor as written; null when not
   * @param labels may be empty
   * @param annotations may be empty
   */
  record Rule(
      String file,
      String record,
      String alert,
      String expr,
      String keepFiringFor,
      Map<String, String> labels,
      Map<String, String> annotations) {}

  /** The files with rules. */
  static List<Path> rules() {
    return files(DIRECTORY, ".rules.yml");
  }

  /** The files with tests of rules. */
  static List<Path> tests() {
    return files(DIRECTORY.resolve("tests"), ".test.yml");
  }

  /** Every rule of every file. */
  static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (Path file : rules()) {
      for (Map<?, ?> group : maps(load(file).get("groups"))) {
        for (Map<?, ?> rule : maps(group.get("rules"))) {
          all.add(rule(file.getFileName().toString(), rule));
        }
      }
    }
    return all;
  }

  /** Every alert of every file. */
  static List<Rule> alerts() {
    return all().stream().filter(rule -> rule.alert() != null).toList();
  }

  /** The names of alerts that are expected somewhere in a test to fire with labels. */
  static List<String> tested() {
    List<String> names = new ArrayList<>();
    for (Path file : tests()) {
      for (Map<?, ?> test : maps(load(file).get("tests"))) {
        for (Map<?, ?> alert : maps(test.get("alert_rule_test"))) {
          if (!maps(alert.get("exp_alerts")).isEmpty()) {
            names.add((String) alert.get("alertname"));
          }
        }
      }
    }
    return names;
  }

  private static Rule rule(String file, Map<?, ?> rule) {
    return new Rule(
        file,
        (String) rule.get("record"),
        (String) rule.get("alert"),
        (String) rule.get("expr"),
        (String) rule.get("keep_firing_for"),
        texts(rule.get("labels")),
        texts(rule.get("annotations")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(Object map) {
    return map == null ? Map.of() : (Map<String, String>) map;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> maps(Object list) {
    return list == null ? List.of() : (List<Map<?, ?>>) list;
  }

  private static Map<?, ?> load(Path file) {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    try {
      return (Map<?, ?>)
          Objects.requireNonNull(new Load(settings).loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
