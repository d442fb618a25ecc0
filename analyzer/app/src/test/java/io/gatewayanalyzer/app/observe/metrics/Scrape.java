package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.app.observe.Scrapable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scraper gets, line by line. */
record Scrape(List<String> lines) {
  static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  static Scrape of(Metrics metrics) {
    return of(metrics.scrapable(), null);
  }

  static Scrape of(Scrapable metrics, String accept) {
    StringWriter text = new StringWriter();
    try {
      metrics.write(metrics.contentType(accept), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(text.toString());
  }

  static Scrape of(String text) {
    return new Scrape(text.lines().toList());
  }

  /** The type of each metric. */
  Map<String, String> types() {
    return lines.stream()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(words -> words[2], words -> words[3], (a, b) -> a, TreeMap::new));
  }

  /** Values by series, as they are written. */
  Map<String, Double> values(String name) {
    Map<String, Double> values = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith(name + "{") || line.startsWith(name + " ")) {
        String bare = line.contains(" # ") ? line.substring(0, line.indexOf(" # ")) : line;
        int end = bare.lastIndexOf(' ');
        values.put(bare.substring(name.length(), end), Double.valueOf(bare.substring(end + 1)));
      }
    }
    return values;
  }

  double sum(String name) {
    return values(name).values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
