package io.gatewayanalyzer.core.policy;

import static io.gatewayanalyzer.core.alert.AlertLine.EPOCH_MS;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.AlertLine;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Measure;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.policy.Histories.Event;
import java.util.List;

/**
 * One policy on the alerting line: what happens somewhere is sorted by it and judged by it. Times
 * are seconds since the test began.
 */
final class PolicyLine {
  private static final long SECOND_MS = 1_000;

  private final Policy policy;
  private final AlertLine line;

  PolicyLine(Policy policy) {
    this.policy = policy;
    this.line = new AlertLine(policy);
  }

  /** Where everything of acme's happens. */
  static Place acme() {
    return new Place(
        "anannas", "openai", "gpt-5-mini", Api.CHAT_COMPLETIONS, "acme", "key_7", "curl", null);
  }

  /** A place of which the log says nothing. */
  static Place nowhere() {
    return new Place(null, null, null, null, null, null, null, null);
  }

  /** Something happens in the step that ends then. */
  PolicyLine at(long second, Place place, Happening... happenings) {
    return at(event(second, place, happenings));
  }

  /** What happens in the step that ends then. */
  static Event event(long second, Place place, Happening... happenings) {
    Counts counts = new Counts();
    for (Happening happening : happenings) {
      happening.in(counts, second);
    }
    return new Event((second - 10) * SECOND_MS, place, counts);
  }

  /** What happens goes its way, the clock showing the step's beginning. */
  PolicyLine at(Event event) {
    event.sorted(policy, event.stepMs()).forEach(line::arrives);
    return this;
  }

  /** Something happens in every step until then, the first one ending at a second. */
  PolicyLine every(long fromSecond, long untilSecond, Place place, Happening... happenings) {
    for (long second = fromSecond; second <= untilSecond; second += 10) {
      at(second, place, happenings);
    }
    return this;
  }

  PolicyLine passes(long second) {
    line.passes(second * SECOND_MS);
    return this;
  }

  /** As if silence followed. */
  PolicyLine ends() {
    line.ends();
    return this;
  }

  List<Alert> alerts() {
    return line.alerts();
  }

  /** The summaries of what began and ended, each behind its second: {@code 40 firing: …}. */
  List<String> story() {
    return alerts().stream()
        .map(
            alert ->
                ((alert.firing() ? alert.startsAtMs() : alert.endsAtMs()) - EPOCH_MS) / SECOND_MS
                    + " "
                    + alert.status().wire()
                    + ": "
                    + alert.annotations().get("summary"))
        .toList();
  }

  /** How many scopes anything is known of. */
  int remembered() {
    return line.scopes();
  }

  /** What was said of credit last; null when nothing was. */
  AlertEvent.Credit credit() {
    AlertEvent.Credit last = null;
    for (AlertEvent event : line.events()) {
      last = event instanceof AlertEvent.Credit credit ? credit : last;
    }
    return last;
  }

  /** The last words on what did not fire; null when nothing came near. */
  String nearest() {
    String reading = null;
    for (AlertEvent event : line.events()) {
      if (event instanceof AlertEvent.Near near) {
        reading = near.judgement().reading();
      }
    }
    return reading;
  }

  /** What happened in a step. */
  interface Happening {
    void in(Counts counts, long second);

    static Happening of(Measure measure, long amount) {
      return (counts, second) -> counts.add(measure, amount);
    }

    static Happening healthy(long amount) {
      return (counts, second) -> {
        counts.add(Measure.ATTEMPTS, amount);
        counts.add(Measure.HEALTHY, amount);
      };
    }

    static Happening failed(ErrorCategory category, Measure measure, long amount) {
      return (counts, second) -> {
        counts.add(Measure.ATTEMPTS, amount);
        counts.add(measure, amount);
        counts.add(Measure.attemptsOf(category), amount);
        counts.add(sample(category, second));
      };
    }

    static Happening balance(double usd) {
      return (counts, second) -> counts.add(new Balance(usd, EPOCH_MS + (second - 5) * SECOND_MS));
    }

    static Sample sample(ErrorCategory category, long second) {
      return new Sample(
          EPOCH_MS + (second - 5) * SECOND_MS,
          category,
          "req-" + second,
          null,
          "slow down",
          "anannas/rule",
          -1);
    }
  }
}
