package io.gatewayanalyzer.app.demo;

import static io.gatewayanalyzer.app.demo.Fault.coded;
import static io.gatewayanalyzer.app.demo.Scenarios.error;
import static io.gatewayanalyzer.app.demo.Scenarios.lasting;
import static io.gatewayanalyzer.app.demo.Scenarios.midStream;
import static io.gatewayanalyzer.app.demo.Scenarios.paced;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;

/** A15T: every error has a type and a code, and the code says whether to retry. */
final class A15t implements SimulatedGateway {
  private static final List<Route> ROUTES =
      List.of(new Route("openai", "gpt-5"), new Route("anthropic", "claude-haiku-4.5"));

  private static final Repertoire TROUBLE =
      Repertoire.of()
          .add(
              6,
              paced(
                  coded("rate_limit", "rate_limit_exceeded", "The allocated quota is exceeded."),
                  2,
                  30))
          .add(
              3,
              lasting(
                  400,
                  coded(
                      "bad_request",
                      "invalid_argument",
                      "Invalid temperature: above the maximum.")))
          .add(
              1,
              lasting(400, coded("bad_request", "unsafe_content", "Denied by the safety check.")))
          .add(2, lasting(401, coded("unauthorized", "invalid_api_key", "The key is malformed.")))
          .add(1, lasting(403, coded("forbidden", "unauthorized", "No permission for this app.")))
          .add(2, lasting(404, coded("not_found", "unknown_model", "No such model.")))
          .add(3, error(500, coded("internal", "model_server_error", "The model server failed.")))
          .add(4, error(503, coded("unavailable", "model_overloaded", "The model is overloaded.")))
          .add(
              2,
              lasting(
                  503, coded("unavailable", "model_unavailable", "The model cannot be reached.")))
          .add(2, error(502, coded("bad_gateway", "model_timeout", "The model did not answer.")))
          .add(1, lasting(500, coded("internal", "internal_error", "Unexpected gateway error.")))
          .add(3, midStream(500, coded("internal", "stream_error", "The stream failed.")))
          .add(
              3,
              midStream(
                  502, coded("bad_gateway", "stream_terminated", "The model ended the stream.")))
          .add(1, error(500, coded("internal", "quota_shard_rebalance", "Please hold.")))
          .add(2, Scenarios.CUT)
          .add(1, Scenarios.HUNG_UP);

  private static final Repertoire EVERYDAY =
      Repertoire.of()
          .add(
              5,
              paced(
                  coded("rate_limit", "rate_limit_exceeded", "The allocated quota is exceeded."),
                  2,
                  30))
          .add(
              4,
              lasting(
                  400,
                  coded(
                      "bad_request",
                      "invalid_argument",
                      "Invalid temperature: above the maximum.")))
          .add(
              2,
              lasting(400, coded("bad_request", "unsafe_content", "Denied by the safety check.")))
          .add(3, error(503, coded("unavailable", "model_overloaded", "The model is overloaded.")))
          .add(3, error(502, coded("bad_gateway", "model_timeout", "The model did not answer.")))
          .add(2, midStream(500, coded("internal", "stream_error", "The stream failed.")))
          .add(2, Scenarios.CUT)
          .add(2, Scenarios.HUNG_UP);

  @Override
  public String name() {
    return "a15t";
  }

  @Override
  public KeyBasis joinedBy() {
    return KeyBasis.TRACE_ID;
  }

  @Override
  public Answer answer(Call call, Dice dice) {
    return TROUBLE.draw(dice).play(call, dice);
  }

  @Override
  public Repertoire everyday() {
    return EVERYDAY;
  }

  @Override
  public Route route(Dice dice) {
    return dice.pick(ROUTES);
  }
}
