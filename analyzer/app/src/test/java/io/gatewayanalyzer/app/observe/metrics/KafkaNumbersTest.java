package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class KafkaNumbersTest {
  private static final String CONSUMER = "consumer-fetch-manager-metrics";

  private final List<Metric> metrics = new ArrayList<>();
  private final CollectorRegistry registry =
      registered(new KafkaNumbers(() -> metrics, Set.of("our.topic"), sums -> {}));

  @Test
  void shouldSumOverClientsAndLeaveOutForeignTopics() {
    // given
    say(CONSUMER, "records-consumed-total", 5, Map.of("client-id", "a", "topic", "our.topic"));
    say(CONSUMER, "records-consumed-total", 7, Map.of("client-id", "b", "topic", "our.topic"));
    say(CONSUMER, "records-consumed-total", 7, Map.of("client-id", "b", "topic", "our_topic"));
    say(CONSUMER, "records-consumed-total", 9, Map.of("client-id", "b"));

    // when
    Scrape scrape = scrape();

    // then
    assertThat(scrape.values("llmgw_kafka_consumed_records_total"))
        .isEqualTo(Map.of("{topic=\"our.topic\",}", 12.0));
  }

  @Test
  void shouldNeverCountBackwardsWhenAClientIsReplaced() {
    // given
    say("consumer-coordinator-metrics", "rebalance-total", 3, Map.of("client-id", "a"));
    say("consumer-coordinator-metrics", "rebalance-total", 4, Map.of("client-id", "b"));
    scrape();
    metrics.remove(0);
    scrape();
    say("consumer-coordinator-metrics", "rebalance-total", 1, Map.of("client-id", "a"));

    // when
    Scrape scrape = scrape();

    // then
    assertThat(scrape.values("llmgw_kafka_rebalances_total")).isEqualTo(Map.of("", 8.0));
  }

  @Test
  void shouldAverageSharesOfTimeAndLeaveOutWhatIsNoNumber() {
    // given
    say("stream-thread-metrics", "poll-ratio", 0.2, Map.of("thread-id", "1"));
    say("stream-thread-metrics", "poll-ratio", 0.6, Map.of("thread-id", "2"));
    say("stream-thread-metrics", "process-ratio", Double.NaN, Map.of("thread-id", "1"));

    // when
    Scrape scrape = scrape();

    // then
    assertThat(scrape.values("llmgw_streams_thread_ratio"))
        .isEqualTo(Map.of("{activity=\"poll\",}", 0.4));
  }

  @Test
  void shouldBeginAtZeroWithWhatHasNoLabels() {
    // when
    Scrape scrape = scrape();

    // then
    assertThat(scrape.values("llmgw_kafka_rebalances_total")).isEqualTo(Map.of("", 0.0));
    assertThat(scrape.values("llmgw_streams_dropped_records_total")).isEqualTo(Map.of("", 0.0));
    assertThat(scrape.values("llmgw_kafka_lag_records")).isEmpty();
  }

  private Scrape scrape() {
    return Scrape.of(new Exposition(registry), null);
  }

  private void say(String group, String name, double value, Map<String, String> tags) {
    MetricName said = new MetricName(name, group, "", tags);
    metrics.add(
        new Metric() {
          @Override
          public MetricName metricName() {
            return said;
          }

          @Override
          public Object metricValue() {
            return value;
          }
        });
  }

  private static CollectorRegistry registered(KafkaNumbers numbers) {
    CollectorRegistry registry = new CollectorRegistry();
    numbers.register(registry);
    return registry;
  }
}
