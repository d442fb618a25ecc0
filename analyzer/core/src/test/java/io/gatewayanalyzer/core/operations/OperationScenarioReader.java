package io.gatewayanalyzer.core.operations;

import io.gatewayanalyzer.core.correlate.TestAttempt;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Wire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one operation scenario; any mistake in it is an {@link IllegalArgumentException} that names
 * the file.
 */
public final class OperationScenarioReader {
  private static final Set<String> KEYS =
      Set.of("scenario", "joined_by", "attempts", "then", "late", "repeated");
  private static final Set<String> ATTEMPT_KEYS =
      Set.of(
          "id",
          "key",
          "at",
          "took",
          "arrives",
          "fails",
          "retryable",
          "advised",
          "provider",
          "model",
          "tokens",
          "cost_usd");

  private final String file;

  private OperationScenarioReader(String file) {
    this.file = file;
  }

  /** Reads the text of the file that has this name. */
  public static OperationScenario read(String file, String yaml) {
    return new OperationScenarioReader(file).scenario(yaml);
  }

  private OperationScenario scenario(String yaml) {
    Map<String, Object> root = mapping("the file", load(yaml), KEYS);
    for (String key : List.of("scenario", "joined_by", "attempts", "then")) {
      if (root.get(key) == null) {
        throw mistake("\"" + key + "\" is missing");
      }
    }
    KeyBasis basis = word(KeyBasis.class, "joined_by", root.get("joined_by"));
    List<OperationScenario.Arrival> arrivals = new ArrayList<>();
    for (Object attempt : list("attempts", root.get("attempts"))) {
      arrivals.add(arrival(mapping("an attempt", attempt, ATTEMPT_KEYS), basis, arrivals.size()));
    }
    List<Map<OperationExpectation, String>> then = new ArrayList<>();
    for (Object operation : list("then", root.get("then"))) {
      then.add(expectations(operation));
    }
    return new OperationScenario(
        root.get("scenario").toString(),
        arrivals,
        then,
        (int) number(root, "late", 0),
        (int) number(root, "repeated", 0));
  }

  private OperationScenario.Arrival arrival(Map<String, Object> given, KeyBasis basis, int index) {
    String id = text(given, "id", "a" + (index + 1));
    long atMs = time(given, "at", 0);
    ErrorCategory category =
        given.containsKey("fails") ? word(ErrorCategory.class, "fails", given.get("fails")) : null;
    boolean retryable =
        given.containsKey("retryable")
            ? Boolean.parseBoolean(given.get("retryable").toString())
            : category != null && category.defaultRetryable();
    TestAttempt attempt =
        new TestAttempt(
            basis == KeyBasis.REQUEST_ID ? id : text(given, "key", "op"),
            basis,
            id,
            atMs,
            time(given, "took", -1),
            category,
            retryable,
            time(given, "advised", -1),
            text(given, "provider", null),
            text(given, "model", null),
            (long) number(given, "tokens", -1),
            number(given, "cost_usd", Double.NaN),
            "4bf92f3577b34da6a3ce929d0e0e4736");
    return new OperationScenario.Arrival(
        attempt, time(given, "arrives", atMs), given.containsKey("arrives"));
  }

  private Map<OperationExpectation, String> expectations(Object operation) {
    Map<OperationExpectation, String> then = new EnumMap<>(OperationExpectation.class);
    mapping("an operation of \"then\"", operation, null)
        .forEach(
            (key, value) -> {
              OperationExpectation expectation = OperationExpectation.of(key);
              if (expectation == null) {
                throw mistake("unknown key " + key + "; accepted: " + OperationExpectation.keys());
              }
              then.put(expectation, OperationExpectation.text(value));
            });
    return then;
  }

  private Object load(String yaml) {
    try {
      return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException notYaml) {
      throw mistake(notYaml.getMessage());
    }
  }

  private long time(Map<String, Object> given, String key, long absent) {
    if (!given.containsKey(key)) {
      return absent;
    }
    long millis = Times.millis(String.valueOf(given.get(key)));
    if (millis < 0) {
      throw mistake(key + " must be a time such as 800ms, 21s or 1m30s, not " + given.get(key));
    }
    return millis;
  }

  private double number(Map<String, Object> given, String key, double absent) {
    if (!given.containsKey(key)) {
      return absent;
    }
    if (given.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw mistake(key + " must be a number, not " + given.get(key));
  }

  private static String text(Map<String, Object> given, String key, String absent) {
    return given.containsKey(key) ? String.valueOf(given.get(key)) : absent;
  }

  private <E extends Enum<E> & Wire> E word(Class<E> type, String key, Object word) {
    E constant = Wire.parse(type, String.valueOf(word));
    if (constant == null) {
      List<String> accepted = new ArrayList<>();
      for (E one : type.getEnumConstants()) {
        accepted.add(one.wire());
      }
      throw mistake(key + " cannot be " + word + "; accepted: " + String.join(", ", accepted));
    }
    return constant;
  }

  private List<?> list(String what, Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw mistake("\"" + what + "\" must be a list");
  }

  private Map<String, Object> mapping(String what, Object value, Set<String> accepted) {
    if (!(value instanceof Map<?, ?> mapping)) {
      throw mistake(what + " must be a mapping of keys to values");
    }
    Map<String, Object> known = new LinkedHashMap<>();
    mapping.forEach((key, one) -> known.put(String.valueOf(key), one));
    if (accepted != null && !accepted.containsAll(known.keySet())) {
      throw mistake(
          what + " has keys " + known.keySet() + "; accepted: " + new TreeSet<>(accepted));
    }
    return known;
  }

  private IllegalArgumentException mistake(String text) {
    return new IllegalArgumentException(file + ": " + text);
  }
}
