package io.gatewayanalyzer.app.demo;

import java.util.List;

/** Every failure that the gateways document, far more often than anybody would like. */
final class MixedScene implements Scene {
  private static final double TROUBLE = 0.24;
  private static final double TROUBLE_AGAIN = 0.3;
  private static final double GARBAGE = 0.004;

  @Override
  public double load(long timeMs) {
    return 1;
  }

  @Override
  public List<Caller> callers() {
    return Caller.ALL;
  }

  @Override
  public Answer answer(Call call, Dice dice) {
    boolean trouble = dice.chance(call.number() == 1 ? TROUBLE : TROUBLE_AGAIN);
    return trouble
        ? call.operation().gateway().answer(call, dice)
        : Scenarios.HEALTHY.play(call, dice);
  }

  @Override
  public double garbage() {
    return GARBAGE;
  }

  @Override
  public List<Incident> incidents() {
    return List.of();
  }
}
