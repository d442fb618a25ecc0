package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one run, filled record by record; not thread safe. */
public final class Tally {
  private static final String NO_GATEWAY = "unknown";

  private final AttemptScan scan = new AttemptScan();
  private final Map<String, GatewayTally> gateways = new TreeMap<>();
  private long attempts;
  private long errors;
  private long undecodable;
  private final OperationTally operations = new OperationTally();
  private long unrecognized;
  private final StreamTally streams = new StreamTally();
  private final AlertTally alerts = new AlertTally();
  private String latest = "";
  private long late;
  private long repeated;

  /** Counts one record of the attempts topic. */
  public void attempt(byte[] attempt) {
    scan.read(attempt);
    attempts++;
    errors += scan.category() == null ? 0 : 1;
    streams.add(scan.chunkLoss());
    latest = later(latest);
    String gateway = scan.gateway() == null ? NO_GATEWAY : scan.gateway();
    gateways.computeIfAbsent(gateway, GatewayTally::new).add(scan);
  }

  /** Counts one record of the operations topic. */
  public void operation(byte[] operation) {
    operations.add(operation);
  }

  /** Counts one record of the alerts topic. */
  public void alert(byte[] alert) {
    alerts.said(alert);
  }

  /** Our records write all times alike, so text compares as time; wrong clocks do not count. */
  private String later(String before) {
    String time = scan.eventTime();
    boolean later = time != null && time.compareTo(before) > 0;
    return later && time.compareTo(scan.ingestTime()) <= 0 ? time : before;
  }

  /**
   * Sets what only the line itself knows.
   *
   * @param lateAttempts attempts that came after their operation was closed
   * @param repeatedAttempts attempts that their open operation already had
   * @param streamsAlone streams that were judged without their request record
   */
  public void unjoined(long lateAttempts, long repeatedAttempts, long streamsAlone) {
    late = lateAttempts;
    repeated = repeatedAttempts;
    streams.alone(streamsAlone);
  }

  /** Counts a raw record that gave no attempt. */
  public void undecodable() {
    undecodable++;
  }

  /** Counts a payload that was kept because nothing but its status explains it. */
  public void unrecognized() {
    unrecognized++;
  }

  /** Attempts, healthy or not. */
  public long attempts() {
    return attempts;
  }

  /** Raw records that have come out of the line: attempts and undecodable ones. */
  public long answered() {
    return attempts + undecodable;
  }

  /** Attempts that failed. */
  public long errors() {
    return errors;
  }

  /** Raw records that gave no attempt. */
  public long undecodableRecords() {
    return undecodable;
  }

  /** Errors whose payload was kept because nothing but the status explains it. */
  public long unrecognizedErrors() {
    return unrecognized;
  }

  /** What the attempts add up to. */
  public OperationTally operations() {
    return operations;
  }

  /** Attempts that came after their operation was closed. */
  public long late() {
    return late;
  }

  /** Attempts that were logged again while their operation was open. */
  public long repeated() {
    return repeated;
  }

  /**
   * Sets what no topic says of alerts, when all of them have been counted.
   *
   * @param lateCounts counts that came when their time was no longer kept
   */
  public void unsaid(Unsaid unsaid, AlertSettings settings, long lateCounts) {
    alerts.unsaid(unsaid, settings, latestMs(), lateCounts);
  }

  /** The alerts that fired. */
  public AlertTally alerts() {
    return alerts;
  }

  /** When the last attempt began, epoch milliseconds; -1 without attempts. */
  public long latestMs() {
    return latest.isEmpty() ? -1 : Instant.parse(latest).toEpochMilli();
  }

  /** What the logs of streams that are logged in chunks lack. */
  public StreamTally streams() {
    return streams;
  }

  /** The gateways seen, by name. */
  public Collection<GatewayTally> gateways() {
    return gateways.values();
  }

  /** Attempts that failed as this category, at any gateway. */
  public long errors(ErrorCategory category) {
    return gateways.values().stream().mapToLong(gateway -> gateway.errors(category)).sum();
  }
}
