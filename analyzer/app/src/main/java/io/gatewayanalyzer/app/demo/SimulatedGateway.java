package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;

/** A gateway that answers invented calls in the shapes its documentation shows. */
public interface SimulatedGateway {
  /** Every simulated gateway. */
  static List<SimulatedGateway> all() {
    return List.of(new NagaAi(), new A15t(), new Anannas(), new TopRouter());
  }

  /** The name its log carries. */
  String name();

  /** What its log says so that the attempts of one operation can be joined. */
  KeyBasis joinedBy();

  /** Draws how it answers one call. */
  Answer answer(Call call, Dice dice);

  /** What fails there on a day on which nothing happens: no account is empty, nothing is new. */
  Repertoire everyday();

  /** Draws where it sends a call. */
  Route route(Dice dice);
}
