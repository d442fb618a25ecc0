package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sums of one scope to alerts: what all policies have in common. A scope is judged at every moment
 * at which something may have changed, one after the other, however far the clock has jumped: so
 * what comes out depends on what happened when, and not on when anybody looked.
 *
 * <p>What is kept of a scope is bounded: under a flood of steps whose moment is still to come, the
 * first ones are judged before the clock says so. Immutable and thread safe.
 */
public final class AlertStep implements Step<Memory, Delta, AlertEvent> {
  /** So many steps may wait for their moment. */
  static final int MOST_WAITING = 360;

  private static final int HUNDREDTHS = 100;
  private static final double CLOSEST = 100;

  private final Policies policies;
  private final Wording wording;

  /** A step for these policies. */
  public AlertStep(Policies policies) {
    this.policies = policies;
    this.wording = new Wording(policies);
  }

  @Override
  public Decision<Memory, AlertEvent> on(Memory state, Delta input, long timeMs) {
    Policy policy = policies.named(input.scope().policy());
    if (policy == null) {
      return due(state, timeMs);
    }
    Memory known = state == null ? unknown(input, policy) : fitted(state, input, policy);
    List<AlertEvent> outputs = new ArrayList<>();
    if (tooLate(known, input, policy)) {
      outputs.add(new AlertEvent.Late(input.scope(), input.bucketMs()));
    } else {
      known = waiting(known, input, policy);
    }
    return judged(known, policy, timeMs, outputs);
  }

  @Override
  public Decision<Memory, AlertEvent> due(Memory state, long timeMs) {
    if (state == null) {
      return Decision.forget(List.of());
    }
    Policy policy = policies.named(state.scope().policy());
    List<AlertEvent> outputs = new ArrayList<>();
    if (policy == null) {
      withoutUnjudged(state, Set.of(), state.judgedMs(), outputs);
      return Decision.forget(outputs);
    }
    return judged(fitted(state, policy), policy, timeMs, outputs);
  }

  private Decision<Memory, AlertEvent> judged(
      Memory state, Policy policy, long untilMs, List<AlertEvent> outputs) {
    Memory memory = state;
    while (memory != null) {
      long momentMs = Moments.next(memory, policy);
      boolean flooded = memory.waiting().size() > MOST_WAITING;
      if (momentMs > untilMs && !flooded || momentMs == Long.MAX_VALUE) {
        return new Decision<>(memory, momentMs, outputs);
      }
      memory = judgedAt(memory, policy, momentMs, outputs);
    }
    return Decision.forget(outputs);
  }

  private Memory judgedAt(Memory before, Policy policy, long timeMs, List<AlertEvent> outputs) {
    Memory memory = Moments.seen(before, policy, timeMs);
    boolean silent = memory.newsMs() < 0 || Moments.forgetsMs(memory, policy) <= timeMs;
    if (silent && memory.incidents().isEmpty()) {
      return forgotten(memory, policy);
    }
    if (memory.incidents().isEmpty() && policy.quiet(memory, timeMs)) {
      return policy.learn(memory, timeMs).judged(timeMs);
    }
    Set<String> judged = new HashSet<>();
    for (Judgement judgement : policy.judge(memory, timeMs)) {
      judged.add(judgement.variant());
      Judgement said = silent ? over(judgement) : judgement;
      memory = changed(memory, said, timeMs, outputs);
    }
    memory = withoutUnjudged(memory, judged, timeMs, outputs);
    AlertEvent.Credit credit = policy.credit(memory, timeMs);
    if (credit != null) {
      outputs.add(credit);
    }
    return policy.learn(memory, timeMs).judged(timeMs);
  }

  private Memory changed(
      Memory memory, Judgement judgement, long timeMs, List<AlertEvent> outputs) {
    Incident before = memory.incidents().get(judgement.variant());
    Incident after = Incident.judged(before, judgement, timeMs);
    boolean fired = before != null && before.firing();
    boolean fires = after != null && after.firing();
    if (fires && !fired) {
      Alert alert = wording.firing(memory, judgement, after.startsAtMs());
      outputs.add(new AlertEvent.Changed(alert));
      after = after.said(alert.labels());
    } else if (fired && !fires) {
      outputs.add(new AlertEvent.Changed(wording.resolved(memory, before, judgement, timeMs)));
    }
    Memory changed =
        before == null && after == null ? memory : memory.with(judgement.variant(), after);
    return fires ? changed : nearer(changed, judgement, timeMs, outputs);
  }

  private static Memory nearer(
      Memory memory, Judgement judgement, long timeMs, List<AlertEvent> outputs) {
    double closeness =
        Math.floor(Math.min(judgement.closeness(), CLOSEST) * HUNDREDTHS) / HUNDREDTHS;
    if (!(closeness > memory.nearest().getOrDefault(judgement.variant(), 0.0))) {
      return memory;
    }
    outputs.add(new AlertEvent.Near(memory.scope(), timeMs, judgement));
    return memory.withNearest(judgement.variant(), closeness);
  }

  /** What a policy says nothing of any more, after its settings were changed, is over. */
  private Memory withoutUnjudged(
      Memory memory, Set<String> judged, long timeMs, List<AlertEvent> outputs) {
    Memory rest = memory;
    for (Incident incident : memory.incidents().values()) {
      if (!judged.contains(incident.variant())) {
        if (incident.firing()) {
          outputs.add(new AlertEvent.Changed(wording.resolved(memory, incident, null, timeMs)));
        }
        rest = rest.with(incident.variant(), (Incident) null);
      }
    }
    return rest;
  }

  /** When nothing was heard for longer than the scope is remembered, everything is over. */
  private static Judgement over(Judgement judgement) {
    return new Judgement(
        judgement.variant(),
        judgement.severity(),
        judgement.labels(),
        false,
        true,
        judgement.enterForMs(),
        judgement.leaveForMs(),
        judgement.value(),
        judgement.threshold(),
        judgement.windowMs(),
        0,
        judgement.reading(),
        judgement.annotations());
  }

  private static Memory forgotten(Memory memory, Policy policy) {
    return memory.waiting().isEmpty()
        ? null
        : Memory.of(memory.scope(), History.of(policy.tiers(), memory.history().width()))
            .withWaiting(memory.waiting());
  }

  private static Memory unknown(Delta input, Policy policy) {
    return Memory.of(input.scope(), History.of(policy.tiers(), input.values().size()));
  }

  /** Settings may have changed since the state was kept. */
  private static Memory fitted(Memory memory, Policy policy) {
    return memory.history().fits(policy.tiers())
        ? memory
        : memory.with(memory.history().in(policy.tiers()));
  }

  private static Memory fitted(Memory memory, Delta input, Policy policy) {
    int width = input.values().size();
    if (memory.history().width() == width) {
      return fitted(memory, policy);
    }
    History none = History.of(policy.tiers(), width).at(memory.judgedMs());
    return memory.with(none).withWaiting(List.of());
  }

  private static boolean tooLate(Memory known, Delta input, Policy policy) {
    List<Policy.Tier> tiers = policy.tiers();
    long stepMs = Moments.stepMs(policy);
    long endMs = (Math.floorDiv(input.bucketMs(), stepMs) + 1) * stepMs;
    return endMs + tiers.get(tiers.size() - 1).lengthMs() <= known.judgedMs();
  }

  private static Memory waiting(Memory known, Delta input, Policy policy) {
    long stepMs = Moments.stepMs(policy);
    long startMs = Math.floorDiv(input.bucketMs(), stepMs) * stepMs;
    List<Sample> samples = input.samples().stream().filter(policy::shows).toList();
    Waiting one = new Waiting(startMs, input.values(), samples, input.balance());
    return known.withWaiting(Waiting.plus(known.waiting(), one));
  }
}
