package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.app.report.Figures.count;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Phrases;
import io.gatewayanalyzer.core.event.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of a report that says which alerts fired, and when: a line for each. */
public final class AlertText {
  private static final String SEVERITY = "SEVERITY";
  private static final String OPEN = "open";
  private static final String NO_TIME = "no time";
  private static final int MOST = 50;

  private AlertText() {}

  /**
   * All of it, after an empty line.
   *
   * @param colours whether to colour it
   */
  public static String of(Tally tally, boolean colours) {
    AlertTally alerts = tally.alerts();
    List<Episode> episodes = alerts.episodes();
    StringBuilder text = new StringBuilder("\n");
    text.append(
        episodes.isEmpty()
            ? "  No alert fired.\n"
            : timeline(mostUrgent(episodes), tally.latestMs(), colours));
    if (episodes.size() > MOST) {
      text.append("  (and ")
          .append(count(episodes.size() - MOST))
          .append(" less urgent or later; --json has all)\n");
    }
    if (!alerts.muted().isEmpty()) {
      text.append("  ").append(muted(alerts)).append('\n');
    }
    if (alerts.late() > 0) {
      text.append("  ")
          .append(count(alerts.late(), "count"))
          .append(" came too late for alerts, their time was no longer kept (late)\n");
    }
    return text.toString();
  }

  /**
   * The alerts so far, of a run that goes on, after an empty line.
   *
   * @param most how many; the ones that began last
   */
  public static String live(Tally tally, int most, boolean colours) {
    List<Episode> all = tally.alerts().episodes();
    if (all.isEmpty()) {
      return "\n  (no alert fired yet)\n";
    }
    List<Episode> last = all.subList(Math.max(0, all.size() - most), all.size());
    int before = all.size() - last.size();
    return "\n"
        + timeline(last, tally.latestMs(), colours)
        + (before == 0 ? "" : "  (and " + count(before) + " before)\n");
  }

  /** In the order they are given. */
  private static List<Episode> mostUrgent(List<Episode> episodes) {
    Set<Episode> kept =
        episodes.stream()
            .sorted(Comparator.comparing(episode -> episode.alert().severity()))
            .limit(MOST)
            .collect(Collectors.toSet());
    return episodes.stream().filter(kept::contains).toList();
  }

  private static String timeline(List<Episode> episodes, long latestMs, boolean colours) {
    TextTable table = new TextTable("FROM", "TO", "LASTED", SEVERITY, "ALERT", "WHO", "WHAT");
    String date = Times.date(episodes.get(0).alert().startsAtMs());
    for (Episode episode : episodes) {
      long startsAtMs = episode.alert().startsAtMs();
      boolean timeless = episode.timeless(latestMs);
      table.row(
          timeless ? NO_TIME : Times.time(startsAtMs, date),
          timeless ? "" : to(episode, latestMs, date),
          startsAtMs >= latestMs ? "" : Phrases.span(episode.lastedMs(latestMs)),
          episode.alert().severity().wire(),
          episode.alert().name(),
          Who.of(episode.alert().labels()),
          episode.alert().annotations().getOrDefault("summary", ""));
    }
    String text = table.render(2);
    return (colours ? coloured(text, episodes) : text) + legend(episodes, latestMs, date);
  }

  private static String to(Episode episode, long latestMs, String date) {
    return episode.openAt(latestMs) ? OPEN : Times.time(episode.endsAtMs(), date);
  }

  /** What the words in the place of times mean; the timeless come last, as what was read last. */
  private static String legend(List<Episode> episodes, long latestMs, String date) {
    StringJoiner legend = new StringJoiner("; ", "  (", ")\n");
    if (!episodes.get(0).timeless(latestMs)) {
      legend.add(date + ", times in UTC");
    }
    if (episodes.stream().anyMatch(one -> !one.timeless(latestMs) && one.openAt(latestMs))) {
      legend.add(OPEN + ": not over at the last record");
    }
    if (episodes.stream().anyMatch(one -> one.timeless(latestMs))) {
      legend.add(NO_TIME + ": records that cannot be read have none");
    }
    return legend.toString();
  }

  /** The severities, each in its colour; what follows stays where it is. */
  private static String coloured(String table, List<Episode> episodes) {
    List<String> lines = table.lines().toList();
    int from = lines.get(0).indexOf(SEVERITY);
    StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < episodes.size(); i++) {
      Severity severity = episodes.get(i).alert().severity();
      int to = from + severity.wire().length();
      String line = lines.get(i + 1);
      text.append(line, 0, from)
          .append(colour(severity))
          .append(line, from, to)
          .append("\u001b[0m")
          .append(line, to, line.length())
          .append('\n');
    }
    return text.toString();
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case PAGE -> "\u001b[1;31m";
      case TICKET -> "\u001b[33m";
      case INFO -> "\u001b[36m";
    };
  }

  private static String muted(AlertTally alerts) {
    Map<String, Long> kinds =
        alerts.muted().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.alert().name() + " by " + by(alerts, one),
                    TreeMap::new,
                    Collectors.counting()));
    return count(alerts.muted().size(), "alert")
        + " not raised, another one explains "
        + (alerts.muted().size() == 1 ? "it: " : "them: ")
        + kinds.entrySet().stream()
            .map(kind -> count(kind.getValue()) + " " + kind.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String by(AlertTally alerts, AlertEvent.Muted muted) {
    String name = alerts.named(muted.byAlertId());
    return name == null ? "another alert" : name;
  }
}
