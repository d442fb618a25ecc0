package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * OpenTelemetry's variables in the environment: whether they ask for traces, and which is wrong.
 */
final class OtelVariables {
  static final String SAMPLER = "OTEL_TRACES_SAMPLER";

  private static final String PREFIX = "OTEL_";
  private static final String EXPORTER = "OTEL_TRACES_EXPORTER";
  private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

  /** What is accepted, by the end of the variable's name; the first that fits. */
  private static final Map<String, String> ACCEPTED = accepted();

  private OtelVariables() {}

  /** Those of OpenTelemetry, by name. */
  static Map<String, String> of(Map<String, String> environment) {
    // What only details another variable stands before it: the longer name first.
    Map<String, String> variables = new TreeMap<>(Comparator.reverseOrder());
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            variables.put(name, value.strip());
          }
        });
    variables.replaceAll(
        (name, value) -> value.isEmpty() && !name.equals(TRACES_ENDPOINT) ? harmless(name) : value);
    return variables;
  }

  /** Whether they ask for traces: with an exporter, or with a place to send them. */
  static boolean wanted(Map<String, String> environment) {
    if (said(environment, "OTEL_SDK_DISABLED").equals("true")) {
      return false;
    }
    String exporter = said(environment, EXPORTER);
    return exporter.isEmpty()
        ? !said(environment, "OTEL_EXPORTER_OTLP_ENDPOINT").isEmpty()
            || !said(environment, TRACES_ENDPOINT).isEmpty()
        : !exporter.equals("none");
  }

  /** What a variable says, in lower case; empty when it says nothing. */
  static String said(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Says which variable is to blame, and nothing of its value: it may be a key, or hold a password.
   *
   * @param environment with which building failed
   * @param build tries to build; throws when it cannot
   */
  static ConfigException wrong(
      Map<String, String> environment, Consumer<Map<String, String>> build) {
    Map<String, String> variables = of(environment);
    for (Map.Entry<String, String> one : variables.entrySet()) {
      Map<String, String> others = new LinkedHashMap<>(variables);
      others.put(one.getKey(), harmless(one.getKey()));
      if (isFile(one.getKey()) ? unreadable(one.getValue()) : builds(others, build)) {
        return wrong(one.getKey());
      }
    }
    for (String name : variables.keySet()) {
      if (isFile(name)) {
        return wrong(name);
      }
    }
    return new ConfigException(
        "environment: several of these cannot be used: " + String.join(", ", variables.keySet()));
  }

  private static ConfigException wrong(String name) {
    return new ConfigException(
        name + ": got a value that cannot be used; accepted: " + accepted(name));
  }

  private static boolean builds(
      Map<String, String> variables, Consumer<Map<String, String>> build) {
    try {
      build.accept(variables);
      return true;
    } catch (RuntimeException stillWrong) {
      return false;
    }
  }

  private static boolean isFile(String name) {
    return name.endsWith("_CERTIFICATE") || name.endsWith("_CLIENT_KEY");
  }

  private static boolean unreadable(String file) {
    try {
      return !Files.isReadable(Path.of(file));
    } catch (IllegalArgumentException noPath) {
      return true;
    }
  }

  /** A value that changes nothing. The SDK does not take every empty variable for an absent one. */
  private static String harmless(String name) {
    if (name.endsWith("_ENDPOINT")) {
      return "http://localhost:4317";
    }
    if (name.endsWith("_PROTOCOL")) {
      return "grpc";
    }
    if (name.endsWith("_COMPRESSION")) {
      return "none";
    }
    return name.equals(SAMPLER) ? "parentbased_always_on" : "";
  }

  private static String accepted(String name) {
    for (Map.Entry<String, String> one : ACCEPTED.entrySet()) {
      if (name.endsWith(one.getKey())) {
        return one.getValue();
      }
    }
    return "what OpenTelemetry's documentation says of it";
  }

  private static Map<String, String> accepted() {
    String number = "a whole number, not negative";
    String pairs = "name=value, more of them after commas";
    Map<String, String> accepted = new LinkedHashMap<>();
    accepted.put("_ENDPOINT", "a URL that begins with http:// or https://");
    accepted.put("_PROTOCOL", "grpc or http/protobuf");
    accepted.put("_HEADERS", pairs);
    accepted.put("_COMPRESSION", "gzip or none");
    accepted.put("_TIMEOUT", "milliseconds");
    accepted.put("_DELAY", "milliseconds");
    accepted.put("_CLIENT_CERTIFICATE", "a PEM file that can be read, with its key");
    accepted.put("_CERTIFICATE", "a PEM file that can be read");
    accepted.put("_CLIENT_KEY", "a PEM file that can be read, with its certificate");
    accepted.put(EXPORTER, "otlp or none");
    accepted.put(
        SAMPLER,
        "always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off or"
            + " parentbased_traceidratio");
    accepted.put(SAMPLER + "_ARG", "a number from 0 to 1");
    accepted.put("_RESOURCE_ATTRIBUTES", pairs);
    accepted.put("_SIZE", number);
    accepted.put("_LIMIT", number);
    return accepted;
  }
}
