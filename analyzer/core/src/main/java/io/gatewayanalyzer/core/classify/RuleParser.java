package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule of a catalog file. */
final class RuleParser {
  private static final List<String> KEYS = List.of("id", "when", "then", "generic");
  private static final List<String> CONCLUSION_KEYS =
      List.of(
          "category",
          "fault_domain",
          "retryable",
          "retry_advice",
          "limit_source",
          "limit_dimension",
          "credit_scope");

  private final YamlReader yaml;
  private final String sender;
  private final SenderKind kind;

  RuleParser(YamlReader yaml, String sender, SenderKind kind) {
    this.yaml = yaml;
    this.sender = sender;
    this.kind = kind;
  }

  /** The rule; null, with problems, when a part is missing or cannot be read. */
  Rule parse(Node node) {
    Map<String, Node> fields = yaml.fields(node, "rule", KEYS);
    String id = SenderParser.id(yaml, node, fields.get("id"), "rule id");
    Condition when = condition(node, fields.get("when"));
    Conclusion then = conclusion(node, fields.get("then"));
    Boolean generic = yaml.truth(fields.get("generic"), "generic");
    if (id == null || when == null || then == null) {
      return null;
    }
    boolean catchAll = Boolean.TRUE.equals(generic);
    return new Rule(
        sender + '/' + id, sender, kind, when, then, catchAll, yaml.file(), yaml.line(node));
  }

  private Condition condition(Node rule, Node node) {
    if (node == null) {
      yaml.problem(rule, "when: missing");
      return null;
    }
    EnumMap<Ask, List<String>> parts = new EnumMap<>(Ask.class);
    int before = yaml.problemCount();
    yaml.fields(node, "when", YamlReader.wires(Ask.class))
        .forEach((key, value) -> put(parts, Wire.parse(Ask.class, key), value));
    if (parts.isEmpty() && yaml.problemCount() == before) {
      yaml.problem(node, "when: must ask for something");
    }
    return parts.isEmpty() ? null : new Condition(parts);
  }

  private void put(Map<Ask, List<String>> parts, Ask ask, Node value) {
    List<String> words = ask == Ask.HEADER ? headers(value) : values(ask, value);
    if (!words.isEmpty()) {
      parts.put(ask, words);
    }
  }

  private List<String> values(Ask ask, Node node) {
    List<String> values = new ArrayList<>();
    for (String word : yaml.words(node, "when." + ask.wire())) {
      String value = ask == Ask.MESSAGE ? Phrase.of(word).spelled() : word.toLowerCase(Locale.ROOT);
      if (values.contains(value)) {
        yaml.problem(node, "when." + ask.wire() + ": '" + word + "' is given twice");
      } else if (accepted(ask, value, node)) {
        values.add(value);
      }
    }
    return values;
  }

  private boolean accepted(Ask ask, String value, Node node) {
    String key = "when." + ask.wire();
    switch (ask) {
      case STATUS:
        if (!StatusSet.valid(value)) {
          yaml.problem(
              node, key + ": unknown value '" + value + "'; accepted: " + StatusSet.ACCEPTED);
        }
        return StatusSet.valid(value);
      case API:
        return known(node, key, value, Api.class);
      case PHASE:
        return known(node, key, value, Phase.class);
      case ENDED:
        return known(node, key, value, Ended.class);
      case SHAPE:
        return known(node, key, value, Shape.class);
      default:
        return true;
    }
  }

  private <E extends Enum<E> & Wire> boolean known(
      Node node, String key, String value, Class<E> type) {
    boolean known = Wire.parse(type, value) != null;
    if (!known) {
      yaml.unknownWord(node, key, value, YamlReader.wires(type));
    }
    return known;
  }

  private List<String> headers(Node node) {
    List<String> headers = new ArrayList<>();
    yaml.pairs(node, "when.header")
        .forEach(
            (name, value) -> {
              String header = name.toLowerCase(Locale.ROOT);
              for (String glob : yaml.words(value, "when.header." + header)) {
                headers.add(header + ": " + glob.toLowerCase(Locale.ROOT));
              }
            });
    return headers;
  }

  private Conclusion conclusion(Node rule, Node node) {
    if (node == null) {
      yaml.problem(rule, "then: missing");
      return null;
    }
    Map<String, Node> fields = yaml.fields(node, "then", CONCLUSION_KEYS);
    if (fields.get("category") == null) {
      yaml.problem(
          node, "then: category is missing; accepted: " + YamlReader.wires(ErrorCategory.class));
    }
    ErrorCategory category = field(fields, "category", ErrorCategory.class);
    if (category == null) {
      return null;
    }
    return new Conclusion(
        category,
        field(fields, "fault_domain", FaultDomain.class),
        yaml.truth(fields.get("retryable"), "then.retryable"),
        field(fields, "retry_advice", RetryAdvice.class),
        field(fields, "limit_source", LimitSource.class),
        field(fields, "limit_dimension", LimitDimension.class),
        field(fields, "credit_scope", CreditScope.class));
  }

  private <E extends Enum<E> & Wire> E field(Map<String, Node> fields, String key, Class<E> type) {
    return yaml.word(fields.get(key), "then." + key, type);
  }
}
