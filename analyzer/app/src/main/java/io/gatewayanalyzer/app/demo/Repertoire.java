package io.gatewayanalyzer.app.demo;

import java.util.ArrayList;
import java.util.List;

/** The scenarios of one gateway, each with a weight; the healthy ones are not among them. */
final class Repertoire {
  private final List<Scenario> scenarios = new ArrayList<>();

  private Repertoire() {}

  static Repertoire of() {
    return new Repertoire();
  }

  /** Adds a scenario that is drawn {@code weight} times as often as one of weight 1. */
  Repertoire add(int weight, Scenario scenario) {
    for (int i = 0; i < weight; i++) {
      scenarios.add(scenario);
    }
    return this;
  }

  Scenario draw(Dice dice) {
    return dice.pick(scenarios);
  }
}
