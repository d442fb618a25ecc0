package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import java.util.List;

/** A policy that is never quiet: it is asked at every moment. */
class Loud implements Policy {
  private final Policy policy;

  Loud(Policy policy) {
    this.policy = policy;
  }

  @Override
  public String name() {
    return policy.name();
  }

  @Override
  public void sort(Place place, Counts counts, Sorted out) {
    policy.sort(place, counts, out);
  }

  @Override
  public boolean opens(Sums values) {
    return policy.opens(values);
  }

  @Override
  public boolean shows(Sample sample) {
    return policy.shows(sample);
  }

  @Override
  public List<Tier> tiers() {
    return policy.tiers();
  }

  @Override
  public List<Long> windows() {
    return policy.windows();
  }

  @Override
  public Sums spent(Sums sums, Balance before, Balance now) {
    return policy.spent(sums, before, now);
  }

  @Override
  public List<Judgement> judge(Memory memory, long timeMs) {
    return policy.judge(memory, timeMs);
  }

  @Override
  public AlertEvent.Credit credit(Memory memory, long timeMs) {
    return policy.credit(memory, timeMs);
  }

  @Override
  public Memory learn(Memory memory, long timeMs) {
    return policy.learn(memory, timeMs);
  }

  @Override
  public long memoryMs() {
    return policy.memoryMs();
  }
}
