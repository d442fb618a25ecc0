package io.gatewayanalyzer.app.demo;

/** One way a gateway may answer a call. */
@FunctionalInterface
interface Scenario {
  /** Plays it once; the same call and dice give the same answer. */
  Answer play(Call call, Dice dice);
}
