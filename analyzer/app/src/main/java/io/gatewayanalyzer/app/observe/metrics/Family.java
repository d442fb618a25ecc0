package io.gatewayanalyzer.app.observe.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import io.prometheus.client.SimpleCollector;
import java.util.List;
import java.util.Locale;

/**
 * One metric as it is described once for all: to the scraper, to its readers, and to the tests.
 *
 * @param name as it is scraped; of counters with {@code _total}
 * @param kind what its numbers mean
 * @param unit base unit, which the name carries too; empty for plain counts
 * @param labels names of its labels, in their order
 * @param buckets upper bounds; empty unless a histogram
 * @param help what it is, in one sentence
 * @param use what it is good for, and what to mind
 */
public record Family(
    String name,
    Kind kind,
    String unit,
    List<String> labels,
    List<Double> buckets,
    String help,
    String use) {
  private static final String TOTAL = "_total";

  /** What a metric's numbers mean. */
  public enum Kind {
    /** Only grows; rates are what is of interest. */
    COUNTER,
    /** What is now. */
    GAUGE,
    /** How large things were. */
    HISTOGRAM;

    /** As documents spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the lists. */
  public Family {
    labels = List.copyOf(labels);
    buckets = List.copyOf(buckets);
  }

  static Family counter(String name, String help, String use) {
    return new Family(name, Kind.COUNTER, "", List.of(), List.of(), help, use);
  }

  static Family gauge(String name, String help, String use) {
    return new Family(name, Kind.GAUGE, "", List.of(), List.of(), help, use);
  }

  static Family histogram(String name, String help, String use) {
    return new Family(name, Kind.HISTOGRAM, "", List.of(), List.of(), help, use);
  }

  Family by(String... names) {
    return new Family(name, kind, unit, List.of(names), buckets, help, use);
  }

  Family in(String baseUnit) {
    return new Family(name, kind, baseUnit, labels, buckets, help, use);
  }

  Family upTo(Double... bounds) {
    return new Family(name, kind, unit, labels, List.of(bounds), help, use);
  }

  /** Without what the name of a counter ends with. */
  String stem() {
    return name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
  }

  /** A counter of the library's, without values. */
  Counter counter() {
    return described(Counter.build()).withoutExemplars().create();
  }

  /** A histogram of the library's, without values. */
  Histogram histogram() {
    double[] bounds = buckets.stream().mapToDouble(Double::doubleValue).toArray();
    return described(Histogram.build()).buckets(bounds).withoutExemplars().create();
  }

  private <B extends SimpleCollector.Builder<B, ?>> B described(B builder) {
    return builder.name(name).unit(unit).help(help).labelNames(labels.toArray(new String[0]));
  }

  /** These values as the library exposes them. */
  Collector.MetricFamilySamples samples(List<Collector.MetricFamilySamples.Sample> values) {
    Collector.Type type = kind == Kind.COUNTER ? Collector.Type.COUNTER : Collector.Type.GAUGE;
    return new Collector.MetricFamilySamples(stem(), unit, type, help, values);
  }

  /** One value as the library exposes it. */
  Collector.MetricFamilySamples.Sample sample(double value, List<String> labelValues) {
    return new Collector.MetricFamilySamples.Sample(name, labels, labelValues, value);
  }
}
