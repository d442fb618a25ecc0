package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** What this instance has read and written since it started, from its Kafka clients' own counts. */
final class RunCounters {
  private static final String READ = "consumer-fetch-manager-metrics";
  private static final String WRITTEN = "producer-topic-metrics";

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
            + count(sum(READ, "records-consumed-total", topics.rawRequests()))
            + ", attempts "
            + count(sum(WRITTEN, "record-send-total", topics.attempts()))
            + ", errors "
            + count(sum(WRITTEN, "record-send-total", topics.errors()))
            + ", operations "
            + count(sum(WRITTEN, "record-send-total", topics.operations()))
            + ", unknown "
            + count(sum(WRITTEN, "record-send-total", topics.unknown()))
            + ", "
            + streams.state().name().toLowerCase(java.util.Locale.ROOT);
    if (console.errTerminal()) {
      console.err().print("\r\u001b[2K" + console.clipped(line));
      console.err().flush();
    } else {
      console.note(line);
    }
  }

  /** Shows the last counts and leaves their line. */
  void end() {
    show();
    if (console.errTerminal()) {
      console.note("");
    }
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
