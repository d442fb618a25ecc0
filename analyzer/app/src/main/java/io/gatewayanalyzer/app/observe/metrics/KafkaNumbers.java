package io.gatewayanalyzer.app.observe.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Numbers that Kafka's clients and Kafka Streams keep themselves, under our names: summed over
 * threads and clients, shares of time averaged. Counters never fall, though clients come and go.
 * Only topics of ours are shown: what Kafka tells under a second spelling is left out.
 */
final class KafkaNumbers extends Collector implements Collector.Describable {
  private final Supplier<Collection<? extends Metric>> metrics;
  private final Set<String> topics;
  private final Consumer<Sums> others;
  private final Map<MetricName, Double> counted = new HashMap<>();
  private final Map<Family, Map<List<String>, Double>> totals = new HashMap<>();

  /**
   * The numbers of one line.
   *
   * @param metrics Kafka's own
   * @param topics names of the topics to show
   * @param others adds what Kafka does not know
   */
  KafkaNumbers(
      Supplier<Collection<? extends Metric>> metrics, Set<String> topics, Consumer<Sums> others) {
    this.metrics = metrics;
    this.topics = Set.copyOf(topics);
    this.others = others;
    families()
        .filter(KafkaNumbers::grows)
        .filter(family -> family.labels().isEmpty())
        .forEach(family -> total(family).put(List.of(), 0.0));
  }

  private static Stream<Family> families() {
    return KafkaNumber.ALL.stream().map(KafkaNumber::family).distinct();
  }

  /** Takes what is to be added up. */
  interface Sums {
    /** One value. */
    void add(Family family, List<String> labels, double value);
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    Map<Family, Map<List<String>, Mean>> now = new HashMap<>();
    Set<MetricName> present = new HashSet<>();
    for (Metric metric : metrics.get()) {
      for (KafkaNumber number : KafkaNumber.ALL) {
        if (number.is(metric.metricName())
            && metric.metricValue() instanceof Number value
            && Double.isFinite(value.doubleValue())) {
          take(number, metric.metricName(), value.doubleValue(), now);
          present.add(metric.metricName());
        }
      }
    }
    counted.keySet().retainAll(present);
    others.accept((family, labels, value) -> add(now, family, labels, new Mean(value, 0)));
    return families().map(family -> samples(family, now)).toList();
  }

  private void take(
      KafkaNumber number,
      MetricName metric,
      double value,
      Map<Family, Map<List<String>, Mean>> now) {
    List<String> labels = number.labels(metric);
    if (number.tags().contains("topic") && !topics.contains(labels.get(0))) {
      return;
    }
    if (grows(number.family())) {
      double before = counted.getOrDefault(metric, 0.0);
      counted.put(metric, value);
      // A client that begins anew counts from nothing.
      total(number.family()).merge(labels, value < before ? value : value - before, Double::sum);
    } else {
      add(now, number.family(), labels, new Mean(value, number.average() ? 1 : 0));
    }
  }

  private static void add(
      Map<Family, Map<List<String>, Mean>> now, Family family, List<String> labels, Mean one) {
    now.computeIfAbsent(family, unknown -> new HashMap<>()).merge(labels, one, Mean::plus);
  }

  private MetricFamilySamples samples(Family family, Map<Family, Map<List<String>, Mean>> now) {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    Map<List<String>, Double> values = new LinkedHashMap<>();
    if (grows(family)) {
      values.putAll(total(family));
    } else {
      now.getOrDefault(family, Map.of())
          .forEach((labels, mean) -> values.put(labels, mean.value()));
    }
    values.forEach((labels, value) -> samples.add(family.sample(value, labels)));
    samples.sort(Comparator.comparing(sample -> String.join(" ", sample.labelValues)));
    return family.samples(samples);
  }

  private Map<List<String>, Double> total(Family family) {
    return totals.computeIfAbsent(family, unknown -> new HashMap<>());
  }

  private static boolean grows(Family family) {
    return family.kind() == Family.Kind.COUNTER;
  }

  @Override
  public List<MetricFamilySamples> describe() {
    return families().map(family -> family.samples(List.of())).toList();
  }

  /**
   * A sum, or a mean.
   *
   * @param count 0 for a sum
   */
  private record Mean(double sum, int count) {
    Mean plus(Mean other) {
      return new Mean(sum + other.sum, count + other.count);
    }

    double value() {
      return count == 0 ? sum : sum / count;
    }
  }
}
