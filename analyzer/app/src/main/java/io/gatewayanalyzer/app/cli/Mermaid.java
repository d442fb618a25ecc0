package io.gatewayanalyzer.app.cli;

import java.util.Comparator;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Draws a topology as a Mermaid flowchart, left to right; topics are round, stores are barrels. */
final class Mermaid {
  private final StringBuilder text = new StringBuilder("flowchart LR\n");

  private Mermaid() {}

  static String of(TopologyDescription description) {
    Mermaid chart = new Mermaid();
    description.subtopologies().stream()
        .sorted(Comparator.comparingInt(Subtopology::id))
        .flatMap(part -> part.nodes().stream().sorted(Comparator.comparing(Node::name)))
        .forEach(chart::node);
    return chart.text.toString();
  }

  private void node(Node node) {
    if (node instanceof Source source) {
      source.topicSet().stream().sorted().forEach(topic -> edge(topic(topic), step(node.name())));
    } else if (node instanceof Sink sink) {
      edge(step(node.name()), topic(sink.topic()));
    } else if (node instanceof Processor processor) {
      processor.stores().stream()
          .sorted()
          .forEach(
              store ->
                  text.append("  ")
                      .append(step(node.name()))
                      .append(" --- ")
                      .append(id(store))
                      .append("[(")
                      .append(store)
                      .append(")]\n"));
    }
    node.successors().stream()
        .map(Node::name)
        .sorted()
        .forEach(next -> edge(step(node.name()), step(next)));
  }

  private void edge(String from, String to) {
    text.append("  ").append(from).append(" --> ").append(to).append('\n');
  }

  private static String step(String name) {
    return "step_" + id(name) + "[" + name + "]";
  }

  private static String topic(String name) {
    return id(name) + "([" + name + "])";
  }

  private static String id(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }
}
