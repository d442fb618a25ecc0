package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;

/** Sums of one scope to alerts: what all policies have in common. */
public final class AlertStep implements Step<Memory, Delta, AlertEvent> {
  private final Policies policies;

  /** A step for these policies. */
  public AlertStep(Policies policies) {
    this.policies = policies;
  }

  @Override
  public Decision<Memory, AlertEvent> on(Memory state, Delta input, long timeMs) {
    throw new UnsupportedOperationException(policies.toString());
  }

  @Override
  public Decision<Memory, AlertEvent> due(Memory state, long timeMs) {
    throw new UnsupportedOperationException(policies.toString());
  }
}
