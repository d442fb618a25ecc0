package io.gatewayanalyzer.connect.alertmanager;

/**
 * An alert as it is to be posted at one moment.
 *
 * @param alert what is known of it
 * @param origin where its record stands
 * @param endsAtMs what Alertmanager is told about its end, epoch milliseconds: until when it is to
 *     be believed if nothing follows, or when it ended
 */
public record Posting(AlertRecord alert, Origin origin, long endsAtMs) {
  /** Whether somebody has to act at once. */
  boolean pages() {
    return "page".equals(alert.labels().get("severity"));
  }
}
