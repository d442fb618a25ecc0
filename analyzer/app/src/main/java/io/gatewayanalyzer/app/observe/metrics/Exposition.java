package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.app.observe.Scrapable;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;

/**
 * All metrics as text. When counters were created is left out: it would double their number, and
 * Prometheus does not read it.
 */
final class Exposition implements Scrapable {
  private static final String CREATED = "_created";

  private final CollectorRegistry registry;

  Exposition(CollectorRegistry registry) {
    this.registry = registry;
  }

  @Override
  public String contentType(String accept) {
    return TextFormat.chooseContentType(accept);
  }

  @Override
  public void write(String contentType, Writer out) throws IOException {
    List<MetricFamilySamples> families =
        Collections.list(registry.metricFamilySamples()).stream()
            .map(Exposition::withoutCreated)
            .toList();
    TextFormat.writeFormat(contentType, out, Collections.enumeration(families));
  }

  private static MetricFamilySamples withoutCreated(MetricFamilySamples family) {
    List<Sample> samples =
        family.samples.stream().filter(sample -> !sample.name.endsWith(CREATED)).toList();
    return samples.size() == family.samples.size()
        ? family
        : new MetricFamilySamples(family.name, family.unit, family.type, family.help, samples);
  }
}
