package io.gatewayanalyzer.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file, read key by key. Every key asked for is a known key, so that the rest
 * can be refused with the list of what would have been accepted.
 */
final class Section {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final String MUST_BE = " must be ";

  private final String file;
  private final String path;
  private final Node node;
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * A section.
   *
   * @param node the mapping; null when the file does not have it
   */
  Section(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
    if (node == null) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw new ConfigException(place(node) + name("") + "got a single value; accepted: keys");
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new ConfigException(place(entry.getKeyNode()) + "accepted as key: a word");
      }
      if (values.put(key.getValue(), entry.getValueNode()) != null) {
        throw new ConfigException(
            place(key) + name(key.getValue()) + "got it twice; accepted: once");
      }
      keys.put(key.getValue(), key);
    }
  }

  /** Whether it has no value, however many empty sections. */
  boolean isEmpty() {
    return values.keySet().stream()
        .allMatch(key -> isNull(values.get(key)) || isMapping(key) && section(key).isEmpty());
  }

  private boolean isMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  Section section(String key) {
    Node node = take(key);
    return new Section(file, path + key + ".", isNull(node) ? null : node);
  }

  /** Each entry of a list; null when the file does not have the list. */
  List<Section> sections(String key) {
    Node list = take(key);
    if (list == null) {
      return null;
    }
    if (!(list instanceof SequenceNode sequence)) {
      throw wrong(key, list, "a list");
    }
    List<Section> sections = new ArrayList<>();
    for (Node entry : sequence.getValue()) {
      String place = path + key + "[" + (sections.size() + 1) + "].";
      sections.add(new Section(file, place, entry));
    }
    return sections;
  }

  /** A list of words, each one of some; null when the file does not have it. */
  List<String> words(String key, List<String> accepted) {
    Node list = take(key);
    if (list == null) {
      return null;
    }
    String all = "a list of " + String.join(", ", accepted);
    if (!(list instanceof SequenceNode sequence)) {
      throw wrong(key, list, all);
    }
    List<String> words = new ArrayList<>();
    for (Node entry : sequence.getValue()) {
      if (!(entry instanceof ScalarNode word) || !accepted.contains(word.getValue())) {
        throw wrong(key, entry, all);
      }
      words.add(word.getValue());
    }
    return words;
  }

  String text(String key, String standard) {
    Node node = take(key);
    if (node == null) {
      return standard;
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    if (text.isEmpty() || isNull(node)) {
      throw wrong(key, node, "a text");
    }
    return text;
  }

  /** A list of texts, or one text; empty when the file does not have it. */
  List<String> texts(String key) {
    Node node = take(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      return List.of(text(key, null));
    }
    List<String> texts = new ArrayList<>();
    for (Node one : list.getValue()) {
      if (!(one instanceof ScalarNode scalar)) {
        throw wrong(key, one, "a list of texts");
      }
      texts.add(scalar.getValue().strip());
    }
    return List.copyOf(texts);
  }

  int integer(String key, int standard, int least, int most) {
    String accepted = "a whole number from " + least + " to " + most;
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    try {
      int number = Integer.parseInt(text.replace("_", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong(key, values.get(key), accepted);
    }
    throw wrong(key, values.get(key), accepted);
  }

  /** A number, with a fraction or without. */
  double number(String key, double standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(key, values.get(key), "a number such as 1.2");
    }
    return Double.parseDouble(text);
  }

  /** A share of a whole, 0 to 1. */
  double share(String key, double standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    double share = Shares.parse(text);
    if (Double.isNaN(share)) {
      throw wrong(key, values.get(key), Shares.ACCEPTED);
    }
    return share;
  }

  boolean bool(String key, boolean standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, values.get(key), "true or false");
    };
  }

  Duration duration(String key, Duration standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    Duration duration = Durations.parse(text);
    if (duration == null) {
      throw wrong(key, values.get(key), Durations.ACCEPTED);
    }
    return duration;
  }

  /** One of an enum's constants, written in lower case. */
  <E extends Enum<E>> E choice(String key, E standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    List<String> words = new ArrayList<>();
    for (E constant : standard.getDeclaringClass().getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      if (word.equals(text)) {
        return constant;
      }
      words.add(word);
    }
    throw wrong(key, values.get(key), String.join(" or ", words));
  }

  /** A duration of more than nothing. */
  Duration positiveDuration(String key, Duration standard) {
    Duration duration = duration(key, standard);
    if (duration.isZero()) {
      throw wrong(key, values.get(key), Durations.ACCEPTED + ", more than zero");
    }
    return duration;
  }

  /** A duration, or null for the word {@code forever}. */
  Duration durationOrForever(String key, Duration standard) {
    String text = text(key, null);
    if (text == null) {
      return standard;
    }
    Duration duration = Durations.parse(text);
    if (duration == null && !text.equals("forever")) {
      throw wrong(key, values.get(key), Durations.ACCEPTED + ", or forever");
    }
    return duration;
  }

  Path path(String key, Path standard) {
    String text = text(key, null);
    return text == null ? standard : Path.of(text);
  }

  /** Every key with its text; no key is unknown here. */
  Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : values.keySet()) {
      texts.put(key, text(key, null));
    }
    return texts;
  }

  /** A value that has no default. */
  <T> T required(String key, Function<Section, T> value) {
    if (take(key) == null) {
      throw new ConfigException(place(node) + name(key) + "got nothing; accepted: a value");
    }
    return value.apply(this);
  }

  /** Refuses one key. */
  void refuse(String key, String accepted) {
    if (values.containsKey(key)) {
      throw new ConfigException(
          place(keys.get(key)) + name(key) + "got it here; accepted: " + accepted);
    }
  }

  /**
   * What the values of this section make, which refuses those that make no sense together.
   *
   * @param made throws an {@link IllegalArgumentException}, best in the form {@code KEY must be
   *     ACCEPTED}
   */
  <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
  }

  private ConfigException refused(String message) {
    int end = message.indexOf(MUST_BE);
    String key = end < 0 ? "" : message.substring(0, end);
    if (!known.contains(key)) {
      return new ConfigException(place(node) + name("") + message);
    }
    String accepted = message.substring(end + MUST_BE.length());
    Node value = values.get(key);
    if (value instanceof ScalarNode) {
      return wrong(key, value, accepted);
    }
    String got = value == null ? "got its default; " : "";
    return new ConfigException(
        place(value == null ? node : value) + name(key) + got + "accepted: " + accepted);
  }

  void refuseUnknownKeys() {
    for (Map.Entry<String, ScalarNode> key : keys.entrySet()) {
      if (!known.contains(key.getKey())) {
        throw new ConfigException(
            place(key.getValue())
                + name(key.getKey())
                + "got an unknown key; accepted: "
                + String.join(", ", known));
      }
    }
  }

  private Node take(String key) {
    known.add(key);
    return values.get(key);
  }

  /** A value that must not be repeated; what is accepted is the cause's message. */
  ConfigException wrong(String key, String got, IllegalArgumentException why) {
    return new ConfigException(
        place(values.get(key)) + name(key) + "got " + got + "; " + why.getMessage());
  }

  private ConfigException wrong(String key, Node node, String accepted) {
    String got = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "a section";
    return new ConfigException(place(node) + name(key) + "got " + got + "; accepted: " + accepted);
  }

  private String place(Node node) {
    return file + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1) + ": ";
  }

  private String name(String key) {
    String full = path + key;
    String clean = full.endsWith(".") ? full.substring(0, full.length() - 1) : full;
    return clean.isEmpty() ? "" : "key '" + clean + "': ";
  }

  private static boolean isNull(Node node) {
    return node == null
        || Tag.NULL.equals(node.getTag())
        || node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }
}
