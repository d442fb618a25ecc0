package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.app.report.Figures.count;
import static io.gatewayanalyzer.app.report.Figures.share;

import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes a report for people to read. */
public final class ReportText {
  private ReportText() {}

  /**
   * The whole report, ended by a line feed.
   *
   * @param nearest whether to say how near the alerts came that did not fire
   * @param colours whether to colour it
   */
  public static String of(Report report, Tally tally, boolean nearest, boolean colours) {
    StringBuilder text = new StringBuilder();
    text.append(count(report.records(), "record"))
        .append(" in ")
        .append(Figures.seconds(report.elapsedMs()))
        .append(pace(report))
        .append("\n\n");
    text.append(totals(report));
    if (!report.byCategory().isEmpty()) {
      text.append('\n').append(categories(report));
    }
    if (!tally.gateways().isEmpty()) {
      text.append('\n').append(gateways(tally.gateways()));
    }
    text.append(OperationText.of(tally));
    text.append(AlertText.of(tally, colours));
    if (nearest) {
      text.append(NearestText.of(tally.alerts()));
    }
    text.append(NotesText.of(tally));
    return text.toString();
  }

  private static String pace(Report report) {
    return report.records() == 0
        ? ""
        : " (" + Figures.rate(report.recordsPerSecond()) + " a second)";
  }

  /** One row per gateway: volume, errors, what most of them were. */
  public static String gateways(Collection<GatewayTally> gateways) {
    TextTable table =
        new TextTable(
            "GATEWAY",
            "ATTEMPTS",
            "ERRORS",
            "ERROR RATE",
            "BROKEN STREAMS",
            "402 IN DISGUISE",
            "MOST FREQUENT");
    for (GatewayTally gateway : gateways) {
      table.row(
          gateway.gateway(),
          count(gateway.attempts()),
          count(gateway.errors()),
          share(gateway.errors(), gateway.attempts()),
          share(gateway.brokenStreamShare()),
          count(gateway.disguisedCredits()),
          gateway.topCategories(3).stream()
              .map(ErrorCategory::wire)
              .collect(Collectors.joining(", ")));
    }
    return table.render(2);
  }

  private static String totals(Report report) {
    TextTable table =
        new TextTable(
            "ATTEMPTS",
            "HEALTHY",
            "ERRORS",
            "ERROR RATE",
            "UNDECODABLE RECORDS",
            "UNRECOGNIZED ERRORS");
    table.row(
        count(report.attempts()),
        count(report.healthy()),
        count(report.errors()),
        share(report.errors(), report.attempts()),
        count(report.undecodable()),
        count(report.unrecognized()));
    return table.render(2);
  }

  private static String categories(Report report) {
    TextTable table = new TextTable("CATEGORY", "ERRORS", "SHARE");
    report
        .byCategory()
        .forEach(
            (category, errors) ->
                table.row(category, count(errors), share(errors, report.errors())));
    return table.render(2);
  }
}
