package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a run over a finite input.
 *
 * @param records raw records that went in
 * @param attempts attempts that came out, healthy or not
 * @param healthy attempts without error
 * @param errors attempts with error
 * @param undecodable raw records that gave no attempt
 * @param unrecognized errors that nothing but the status explains; counted in {@code errors} too
 * @param late attempts that came after their operation was closed, and are in none
 * @param repeated attempts that were logged again, and are once in their operation
 * @param streams what the logs of streams that are logged in chunks lack
 * @param byCategory errors per category, most frequent first; only those that occurred
 * @param byGateway attempts per gateway, by name; {@code unknown} where the log does not say
 * @param operations operations per outcome; only those that occurred
 * @param amplification attempts per operation; 0 without operations
 * @param worstClients the clients with the most blind and early retries, at most five
 * @param alerts the alerts that fired, and how near the others came
 * @param latestMs when the last attempt began, epoch milliseconds; -1 without attempts
 * @param elapsedMs from the first record read to the last result, without the start of the program
 */
public record Report(
    long records,
    long attempts,
    long healthy,
    long errors,
    long undecodable,
    long unrecognized,
    long late,
    long repeated,
    StreamTally streams,
    Map<String, Long> byCategory,
    Map<String, Long> byGateway,
    Map<String, Long> operations,
    double amplification,
    List<OperationTally.ClientTally> worstClients,
    AlertTally alerts,
    long latestMs,
    long elapsedMs) {

  private static final int WORST = 5;

  /** The report of what was counted. */
  public static Report of(Tally tally, long records, long elapsedMs) {
    Map<String, Long> byGateway = new LinkedHashMap<>();
    tally.gateways().forEach(gateway -> byGateway.put(gateway.gateway(), gateway.attempts()));
    return new Report(
        records,
        tally.attempts(),
        tally.attempts() - tally.errors(),
        tally.errors(),
        tally.undecodableRecords(),
        tally.unrecognizedErrors(),
        tally.late(),
        tally.repeated(),
        tally.streams(),
        byCategory(tally),
        byGateway,
        byOutcome(tally.operations()),
        tally.operations().amplification(),
        tally.operations().worstClients(WORST),
        tally.alerts(),
        tally.latestMs(),
        elapsedMs);
  }

  /** Records a second; 0 when there was no time to measure. */
  public double recordsPerSecond() {
    return elapsedMs == 0 ? 0 : records * 1000.0 / elapsedMs;
  }

  private static Map<String, Long> byOutcome(OperationTally operations) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      if (operations.operations(outcome) > 0) {
        counts.put(outcome.wire(), operations.operations(outcome));
      }
    }
    return counts;
  }

  private static Map<String, Long> byCategory(Tally tally) {
    List<ErrorCategory> categories =
        List.of(ErrorCategory.values()).stream()
            .filter(category -> tally.errors(category) > 0)
            .sorted(Comparator.comparingLong((ErrorCategory category) -> -tally.errors(category)))
            .toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    categories.forEach(category -> counts.put(category.wire(), tally.errors(category)));
    return counts;
  }
}
