package io.gatewayanalyzer.core.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one catalog file; what it cannot accept becomes a problem, never an exception. */
final class SenderParser {
  private static final List<String> KEYS = List.of("sender", "kind", "aliases", "source", "rules");
  static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private SenderParser() {}

  /**
   * Reads the text of a file.
   *
   * @param file the file's name, for problems and explanations
   * @param problems receives the mistakes
   * @return the sender with the rules that could be read; null when not even the sender is known
   */
  static Sender parse(String file, String text, List<CatalogProblem> problems) {
    YamlReader yaml = new YamlReader(file, problems);
    Node root = yaml.root(text);
    if (root == null) {
      return null;
    }
    Map<String, Node> fields = yaml.fields(root, "file", KEYS);
    String id = id(yaml, root, fields.get("sender"), "sender");
    if (fields.get("kind") == null) {
      yaml.problem(root, "kind: missing; accepted: " + YamlReader.wires(SenderKind.class));
    }
    SenderKind kind = yaml.word(fields.get("kind"), "kind", SenderKind.class);
    List<String> aliases = yaml.words(fields.get("aliases"), "aliases");
    List<String> sources = yaml.words(fields.get("source"), "source");
    if (id == null || kind == null) {
      return null;
    }
    List<Rule> rules = rules(yaml, root, fields.get("rules"), new RuleParser(yaml, id, kind));
    return new Sender(id, kind, aliases, sources, file, rules);
  }

  /** A kebab-case id; null, with a problem, when missing or not one. */
  static String id(YamlReader yaml, Node parent, Node node, String key) {
    if (node == null) {
      yaml.problem(parent, key + ": missing");
      return null;
    }
    String id = yaml.word(node, key);
    if (id != null && !ID.matcher(id).matches()) {
      yaml.problem(node, key + ": '" + id + "' must be lower-case words joined by '-'");
      return null;
    }
    return id;
  }

  private static List<Rule> rules(YamlReader yaml, Node root, Node list, RuleParser parser) {
    List<Rule> rules = new ArrayList<>();
    if (list == null) {
      yaml.problem(root, "rules: missing");
      return rules;
    }
    for (Node item : yaml.items(list)) {
      Rule rule = parser.parse(item);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }
}
