package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads one YAML file as nodes, so that every mistake can be told with its line. Each method
 * reports what it cannot accept and then answers as if the value were absent.
 */
final class YamlReader {
  private final String file;
  private final List<CatalogProblem> problems;

  YamlReader(String file, List<CatalogProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  String file() {
    return file;
  }

  /** The document's root; null when there is none or it is no YAML. */
  Node root(String text) {
    // Failsafe: every scalar is text, so `code: 429` and `name: NO` stay what the sender writes.
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new FailsafeSchema()).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(new CatalogProblem(file, 0, "the file is empty"));
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(new CatalogProblem(file, line, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new CatalogProblem(file, 0, "not YAML: " + e.getMessage()));
    }
    return null;
  }

  /** A mapping's values by key, each key one of the accepted ones. */
  Map<String, Node> fields(Node node, String what, Collection<String> accepted) {
    Map<String, Node> fields = pairs(node, what);
    Map<String, Node> known = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          if (accepted.contains(key)) {
            known.put(key, value);
          } else {
            problem(value, what + ": unknown key '" + key + "'; accepted: " + joined(accepted));
          }
        });
    return known;
  }

  /** A mapping's values by key, whatever the keys. */
  Map<String, Node> pairs(Node node, String what) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(node, what + ": must be a mapping");
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = word(tuple.getKeyNode(), what + ": a key");
      if (key != null && fields.putIfAbsent(key, tuple.getValueNode()) != null) {
        problem(tuple.getKeyNode(), what + ": key '" + key + "' is given twice");
      }
    }
    return fields;
  }

  /** A list's items; a lone value is a list of one. */
  List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /** The words of a list, or the one word; null (the absent node) is an empty list. */
  List<String> words(Node node, String key) {
    List<String> words = new ArrayList<>();
    if (node != null) {
      for (Node item : items(node)) {
        String word = word(item, key);
        if (word != null) {
          words.add(word);
        }
      }
      if (words.isEmpty()) {
        problem(node, key + ": must name at least one value");
      }
    }
    return words;
  }

  /** One word; null when the node is absent or no plain value. */
  String word(Node node, String key) {
    if (node == null) {
      return null;
    }
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    if (value == null || value.isEmpty()) {
      problem(node, key + ": must be a word");
      return null;
    }
    return value;
  }

  /** A word of a closed vocabulary; null when absent or not in it. */
  <E extends Enum<E> & Wire> E word(Node node, String key, Class<E> type) {
    String word = word(node, key);
    E constant = word == null ? null : Wire.parse(type, word);
    if (word != null && constant == null) {
      unknownWord(node, key, word, wires(type));
    }
    return constant;
  }

  /** True or false; null when absent or neither. */
  Boolean truth(Node node, String key) {
    String word = word(node, key);
    if (word != null && !word.equals("true") && !word.equals("false")) {
      unknownWord(node, key, word, List.of("true", "false"));
      return null;
    }
    return word == null ? null : Boolean.valueOf(word);
  }

  void unknownWord(Node node, String key, String word, Collection<String> accepted) {
    problem(node, key + ": unknown value '" + word + "'; accepted: " + joined(accepted));
  }

  void problem(Node node, String message) {
    problems.add(new CatalogProblem(file, line(node), message));
  }

  int problemCount() {
    return problems.size();
  }

  int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  static <E extends Enum<E> & Wire> List<String> wires(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Wire::wire).collect(Collectors.toList());
  }

  private static String joined(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }
}
