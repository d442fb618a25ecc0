package io.gatewayanalyzer.core.simulation;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Trouble that is made on purpose, and the one alert it has to raise.
 *
 * @param what it is, for people
 * @param fromMs when it begins, epoch milliseconds
 * @param toMs when it is over, epoch milliseconds
 * @param where which calls it hits
 * @param share how many of them, up to 1
 * @param failure how they fail
 * @param alertname the alert
 * @param labels some of its labels
 * @param withinMs how soon it must fire, event time, milliseconds
 */
record Staged(
    String what,
    long fromMs,
    long toMs,
    Predicate<Call> where,
    double share,
    Failure failure,
    String alertname,
    Map<String, String> labels,
    long withinMs) {
  boolean hits(Call call, Chance chance) {
    return call.startMs() >= fromMs
        && call.startMs() < toMs
        && (call.streamed() || !failure.ofStreams())
        && where.test(call)
        && chance.happens(share);
  }
}
