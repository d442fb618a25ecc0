package io.gatewayanalyzer.app.demo;

import java.util.function.Predicate;

/**
 * Trouble that is made on purpose.
 *
 * @param what it is, for people
 * @param alertname the alert that has to tell
 * @param fromMs when it begins for the first time, epoch milliseconds
 * @param toMs when it is over then, epoch milliseconds
 * @param everyMs after this time it comes again; 0 for never; milliseconds
 * @param where which calls it hits
 * @param share how many of them, up to 1
 * @param scenario how they are answered
 */
public record Incident(
    String what,
    String alertname,
    long fromMs,
    long toMs,
    long everyMs,
    Predicate<Call> where,
    double share,
    Scenario scenario) {
  Incident where(Predicate<Call> calls) {
    return new Incident(what, alertname, fromMs, toMs, everyMs, calls, share, scenario);
  }

  boolean hits(Call call, Dice dice) {
    return lasts(call.startMs()) && where.test(call) && dice.chance(share);
  }

  private boolean lasts(long timeMs) {
    long sinceMs = timeMs - fromMs;
    long phaseMs = everyMs == 0 ? sinceMs : Math.floorMod(sinceMs, everyMs);
    return sinceMs >= 0 && phaseMs < toMs - fromMs;
  }
}
