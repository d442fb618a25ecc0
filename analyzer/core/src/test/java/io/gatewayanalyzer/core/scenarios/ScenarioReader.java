package io.gatewayanalyzer.core.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one scenario file; any mistake in it is a {@link ScenarioException} that names the file.
 */
public final class ScenarioReader {
  private static final List<String> KEYS = List.of("scenario", "given", "then");

  /** The fields of a raw request, by the object they stand in. */
  private static final Map<String, Set<String>> GIVEN_KEYS =
      Map.of(
          "given",
          Set.of(
              "request_id",
              "operation_id",
              "parent_id",
              "timestamp",
              "duration_ms",
              "gateway",
              "api",
              "provider",
              "model",
              "served_model",
              "tenant",
              "api_key_id",
              "client",
              "environment",
              "request",
              "response",
              "usage",
              "credit",
              "traceparent"),
          "request",
          Set.of("method", "path", "headers", "body_sha256"),
          "response",
          Set.of("status", "headers", "body", "stream", "stream_logged", "ended"),
          "usage",
          Set.of("input_tokens", "output_tokens", "cost_usd"),
          "credit",
          Set.of("balance_usd"));

  private final String file;

  private ScenarioReader(String file) {
    this.file = file;
  }

  /** Reads the text of the file that has this name. */
  public static Scenario read(String file, String yaml) {
    return new ScenarioReader(file).scenario(yaml);
  }

  private Scenario scenario(String yaml) {
    Map<?, ?> root = mapping("the file", load(yaml));
    checkKeys("the file", root, Set.copyOf(KEYS));
    for (String key : KEYS) {
      if (root.get(key) == null) {
        throw mistake("\"" + key + "\" is missing");
      }
    }
    return new Scenario(
        root.get("scenario").toString(), record(root.get("given")), then(root.get("then")));
  }

  private Object load(String yaml) {
    try {
      return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException notYaml) {
      throw mistake(notYaml.getMessage());
    }
  }

  /** A mapping is written as JSON; a text is taken as it is, for records that are not sound. */
  private byte[] record(Object given) {
    if (given instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    Map<?, ?> record = mapping("given", given);
    checkKeys("given", record, GIVEN_KEYS.get("given"));
    record.forEach(
        (key, value) -> {
          Set<String> accepted = GIVEN_KEYS.get(key.toString());
          if (accepted != null && value instanceof Map<?, ?> nested) {
            checkKeys(key.toString(), nested, accepted);
          }
        });
    return JsonText.of(record).getBytes(StandardCharsets.UTF_8);
  }

  private Map<Expectation, String> then(Object block) {
    Map<Expectation, String> then = new EnumMap<>(Expectation.class);
    mapping("then", block).forEach((key, value) -> expect(then, key.toString(), value));
    if (then.isEmpty()) {
      throw mistake("\"then\" expects nothing; accepted: " + Expectation.keys());
    }
    return then;
  }

  private void expect(Map<Expectation, String> then, String key, Object value) {
    Expectation expectation = Expectation.of(key);
    if (expectation == null) {
      throw mistake("\"then\" has an unknown key " + key + "; accepted: " + Expectation.keys());
    }
    String word = value == null ? null : value.toString();
    List<String> words = expectation.words();
    if (word != null && !words.isEmpty() && !words.contains(word)) {
      throw mistake(key + " cannot be " + word + "; accepted: " + String.join(", ", words));
    }
    then.put(expectation, word);
  }

  private Map<?, ?> mapping(String what, Object value) {
    if (value instanceof Map<?, ?> mapping) {
      return mapping;
    }
    throw mistake(what + " must be a mapping of keys to values");
  }

  private void checkKeys(String what, Map<?, ?> mapping, Set<String> accepted) {
    List<String> unknown = new ArrayList<>();
    for (Object key : mapping.keySet()) {
      if (!accepted.contains(String.valueOf(key))) {
        unknown.add(String.valueOf(key));
      }
    }
    if (!unknown.isEmpty()) {
      throw mistake(
          what + " has unknown keys " + unknown + "; accepted: " + new TreeSet<>(accepted));
    }
  }

  private ScenarioException mistake(String text) {
    return new ScenarioException(file, text);
  }
}
