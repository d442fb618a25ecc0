package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was staged and what was said, in the order of time, as lines for people. */
final class TimeLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private record Line(long timeMs, String text) {}

  private TimeLine() {}

  static String of(List<Staged> incidents, List<SimulatedLine.Said> said) {
    List<Line> lines = new ArrayList<>();
    for (Staged one : incidents) {
      lines.add(new Line(one.fromMs(), "staged    " + one.what()));
      lines.add(new Line(one.toMs(), "ends      " + one.what()));
    }
    for (SimulatedLine.Said one : said) {
      lines.add(new Line(one.atMs(), text(one)));
    }
    lines.sort(Comparator.comparingLong(Line::timeMs));
    StringBuilder text = new StringBuilder();
    lines.forEach(
        line -> text.append(time(line.timeMs())).append("  ").append(line.text()).append('\n'));
    return text.toString();
  }

  private static String text(SimulatedLine.Said said) {
    Alert alert = said.alert();
    String word = alert.firing() ? "FIRING" : "resolved";
    return String.format(
        "%-9s %s %s%s: %s",
        said.muted() ? "(muted)" : word,
        alert.name(),
        alert.severity().wire(),
        labels(alert),
        alert.annotations().get("summary"));
  }

  private static String labels(Alert alert) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> label : alert.labels().entrySet()) {
      if (!label.getKey().equals(Alert.ALERTNAME) && !label.getKey().equals(Alert.SEVERITY)) {
        text.append(' ').append(label.getKey()).append('=').append(label.getValue());
      }
    }
    return text.toString();
  }

  private static String time(long timeMs) {
    return TIME.format(Instant.ofEpochMilli(timeMs));
  }
}
