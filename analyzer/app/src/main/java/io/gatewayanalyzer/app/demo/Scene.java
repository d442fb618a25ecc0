package io.gatewayanalyzer.app.demo;

import java.math.BigDecimal;
import java.util.List;

/** What the simulated gateways and their callers go through. */
public interface Scene {
  /** Every documented failure of every gateway, a quarter of the attempts; ever the same. */
  static Scene mixed() {
    return new MixedScene();
  }

  /**
   * A day on which nothing happens: five times as busy in the afternoon as at night, four of a
   * thousand attempts fail.
   */
  static Scene calmDay() {
    return new EverydayScene(0.004, 0, EverydayScene::byDay, List.of(), call -> null);
  }

  /** Two hours with six incidents on an otherwise calm day. */
  static Scene incidents(long startMs) {
    return new EverydayScene(0.004, 0, timeMs -> 1, Incidents.twoHours(startMs), call -> null);
  }

  /**
   * What a demo shows: three incidents at once, three more later, every two hours again; now and
   * then an error that nobody has a rule for, or a line that nobody can read. Two gateways say what
   * is left of a prepaid credit.
   */
  static Scene demo(long startMs) {
    return new EverydayScene(
        0.02, 0.001, timeMs -> 1, Incidents.everyTwoHours(startMs), Prepaid::leftUsd);
  }

  /** How busy it is at a moment: a share of the most, above 0 and up to 1. */
  double load(long timeMs);

  /** Who calls; who calls more often comes more often. */
  List<Caller> callers();

  /** How an attempt is answered. */
  Answer answer(Call call, Dice dice);

  /**
   * What the account of a call has left when one operation starts in a second, US dollars; whoever
   * spends more has paid in more. Null when its log does not say.
   */
  default BigDecimal balanceUsd(Call call) {
    return null;
  }

  /** How many lines nobody can read, as a share. */
  double garbage();

  /** The trouble that is made on purpose, in the order of time; for those who compare. */
  List<Incident> incidents();
}
