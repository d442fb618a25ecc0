package io.gatewayanalyzer.app.observe.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Metrics whose values are kept elsewhere and looked at when they are scraped. */
final class Reading extends Collector implements Collector.Describable {
  private final Family family;
  private final Consumer<Values> source;

  /**
   * A metric of that kind.
   *
   * @param source tells the values of now
   */
  Reading(Family family, Consumer<Values> source) {
    this.family = family;
    this.source = source;
  }

  /** Takes the values of now. */
  interface Values {
    /** One of them, with the values of the metric's labels. */
    void add(double value, String... labels);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    source.accept((value, labels) -> samples.add(family.sample(value, List.of(labels))));
    return List.of(family.samples(samples));
  }

  @Override
  public List<MetricFamilySamples> describe() {
    return List.of(family.samples(List.of()));
  }
}
