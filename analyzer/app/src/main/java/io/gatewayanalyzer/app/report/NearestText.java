package io.gatewayanalyzer.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The part of a report that says how near the alerts came that did not fire. */
public final class NearestText {
  private NearestText() {}

  /** A line for each alert that did not fire, after an empty line; empty when all fired. */
  public static String of(AlertTally alerts) {
    if (alerts.calm().isEmpty()) {
      return "";
    }
    Map<String, NearMiss> misses = new TreeMap<>();
    alerts.nearest().forEach(miss -> misses.put(miss.alertname(), miss));
    String date = commonDate(misses);
    TextTable table = new TextTable("DID NOT FIRE", "NEAREST", "AT", "WHO", "FIGURES");
    for (String name : alerts.calm()) {
      NearMiss miss = misses.get(name);
      if (miss == null) {
        String why = alerts.off().contains(name) ? "switched off" : "nothing to count";
        table.row(name, "", "", "", why);
      } else {
        table.row(
            name,
            percent(miss.closeness()),
            Times.time(miss.timeMs(), date),
            Who.of(miss.labels()),
            miss.reading() + (miss.closeness() >= 1 ? ", but not for long enough" : ""));
      }
    }
    return "\n"
        + table.render(2)
        + "  ("
        + (date == null ? "" : date + ", ")
        + "times in UTC; nearest: 100 % fires, told by what lacked most)\n";
  }

  private static String percent(double closeness) {
    return String.format(Locale.ROOT, "%d %%", (long) Math.floor(100 * Math.min(1, closeness)));
  }

  /** The day of all of them; null when there are several. */
  private static String commonDate(Map<String, NearMiss> misses) {
    List<String> dates =
        misses.values().stream().map(miss -> Times.date(miss.timeMs())).distinct().toList();
    return dates.size() == 1 ? dates.get(0) : null;
  }
}
