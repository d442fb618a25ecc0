package io.gatewayanalyzer.connect.alertmanager;

import java.util.concurrent.atomic.LongAdder;

/**
 * What has happened since the start, over all Alertmanagers; safe to read at any time.
 *
 * @param posted alerts that were taken, every repetition counted
 * @param failed requests that failed and were tried again
 * @param refused alerts that were refused for good, and those that could not be posted because we
 *     are not let in, once each
 * @param dropped alerts there was no room for
 */
public record DeliveryCounts(
    LongAdder posted, LongAdder failed, LongAdder refused, LongAdder dropped) {
  DeliveryCounts() {
    this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
  }
}
