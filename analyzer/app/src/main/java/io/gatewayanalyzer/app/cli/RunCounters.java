package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** What this instance has read and written since it started, from its Kafka clients' own counts. */
final class RunCounters {
  private final Console console;
  private final KafkaStreams streams;
  private final Topics topics;

  RunCounters(Console console, KafkaStreams streams, Topics topics) {
    this.console = console;
    this.streams = streams;
    this.topics = topics;
  }

  /** Shows the counts: over the last ones for a person, as a new line else. */
  void show() {
    String line =
        "read "
            + count(sum("records-consumed-total", topics.rawRequests()))
            + ", attempts "
            + count(sum("record-send-total", topics.attempts()))
            + ", errors "
            + count(sum("record-send-total", topics.errors()))
            + ", unknown "
            + count(sum("record-send-total", topics.unknown()))
            + ", "
            + streams.state().name().toLowerCase(java.util.Locale.ROOT);
    if (console.errTerminal()) {
      console.err().print("\r\u001b[2K" + console.clipped(line));
      console.err().flush();
    } else {
      console.note(line);
    }
  }

  /** Leaves the line where the counts were. */
  void end() {
    if (console.errTerminal()) {
      console.note("");
    }
  }

  private long sum(String metric, Topic topic) {
    double sum = 0;
    for (Metric one : streams.metrics().values()) {
      MetricName name = one.metricName();
      if (name.name().equals(metric)
          && isOf(topic, name.tags().get("topic"))
          && !name.tags().containsKey("partition")
          && one.metricValue() instanceof Double value) {
        sum += value;
      }
    }
    return Math.round(sum);
  }

  /** Kafka writes a topic's dots as underscores in some of its tags. */
  private static boolean isOf(Topic topic, String tag) {
    return tag != null && (tag.equals(topic.name()) || tag.equals(topic.name().replace('.', '_')));
  }
}
