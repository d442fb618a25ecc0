package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.deliver.AlertFeed;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import java.util.Locale;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What this instance has read and written since it started, from its Kafka clients' counts and its
 * own.
 */
final class RunCounters {
  private static final String READ = "consumer-fetch-manager-metrics";
  private static final String WRITTEN = "producer-topic-metrics";

  private static final String START_OF_LINE = "\r\u001b[2K";

  private final Console console;
  private final KafkaStreams streams;
  private final Topics topics;
  private final LineHooks hooks;
  private final AlertFeed feed;

  RunCounters(
      Console console, KafkaStreams streams, Topics topics, LineHooks hooks, AlertFeed feed) {
    this.console = console;
    this.streams = streams;
    this.topics = topics;
    this.hooks = hooks;
    this.feed = feed;
  }

  /** Shows the counts: over the last ones for a person, as a new line else. */
  void show() {
    String line =
        totals().brief() + feed.counts() + ", " + streams.state().name().toLowerCase(Locale.ROOT);
    if (console.errTerminal()) {
      console.err().print(START_OF_LINE + console.clipped(line));
      console.err().flush();
    } else {
      console.note(line);
    }
  }

  /** Shows the last counts, all of them, on a line of their own. */
  void end() {
    console.note(
        (console.errTerminal() ? START_OF_LINE : "")
            + "in all   "
            + totals().full()
            + feed.counts());
  }

  private RunTotals totals() {
    return new RunTotals(
        sum(READ, "records-consumed-total", topics.rawRequests()),
        sum(READ, "records-consumed-total", topics.rawStreams()),
        sum(WRITTEN, "record-send-total", topics.attempts()),
        sum(WRITTEN, "record-send-total", topics.errors()),
        sum(WRITTEN, "record-send-total", topics.operations()),
        sum(WRITTEN, "record-send-total", topics.unknown()),
        hooks.late().sum(),
        hooks.repeated().sum(),
        hooks.alone().sum());
  }

  /** Kafka counts the same thing in several groups and under several spellings of a topic. */
  private long sum(String group, String metric, Topic topic) {
    double sum = 0;
    for (Metric one : streams.metrics().values()) {
      MetricName name = one.metricName();
      if (name.name().equals(metric)
          && name.group().equals(group)
          && topic.name().equals(name.tags().get("topic"))
          && !name.tags().containsKey("partition")
          && one.metricValue() instanceof Double value) {
        sum += value;
      }
    }
    return Math.round(sum);
  }
}
