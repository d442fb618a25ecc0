package io.gatewayanalyzer.app.demo;

import static io.gatewayanalyzer.app.demo.Fault.coded;
import static io.gatewayanalyzer.app.demo.Fault.typed;
import static io.gatewayanalyzer.app.demo.Scenarios.error;
import static io.gatewayanalyzer.app.demo.Scenarios.lasting;
import static io.gatewayanalyzer.app.demo.Scenarios.midStream;
import static io.gatewayanalyzer.app.demo.Scenarios.paced;
import static io.gatewayanalyzer.app.demo.Scenarios.text;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;

/** TopRouter: OpenAI-like types; says retry 429 and every documented 5xx. */
final class TopRouter implements SimulatedGateway {
  private static final List<Route> ROUTES =
      List.of(
          new Route("google", "google/gemini-3.5-flash"),
          new Route("openai", "openai/gpt-5"),
          new Route("deepseek", "deepseek/deepseek-v4"));

  private static final Repertoire TROUBLE =
      Repertoire.of()
          .add(6, paced(typed("rate_limit_error", "Rate limit exceeded"), 1, 10))
          .add(4, lasting(402, typed("billing_error", "Insufficient credits")))
          .add(2, lasting(403, typed("billing_error", "Insufficient credits for this model.")))
          .add(
              2,
              lasting(
                  401,
                  coded("authentication_error", "invalid_api_key", "Invalid API key provided")))
          .add(2, lasting(404, typed("not_found_error", "Model not found: invalid-model")))
          .add(
              2,
              lasting(
                  400,
                  typed(
                      "invalid_request_error",
                      "This model's maximum context length is 131072 tokens.")))
          .add(3, error(500, typed("server_error", "Internal server error")))
          .add(3, error(502, typed("upstream_error", "The upstream provider failed.")))
          .add(3, error(503, typed("service_unavailable", "Temporary outage")))
          .add(
              2,
              text(
                  503,
                  "text/plain",
                  "upstream connect error or disconnect/reset before headers. reset reason: overflow"))
          .add(3, midStream(500, typed("server_error", "Upstream closed while streaming.")))
          .add(2, midStream(402, typed("billing_error", "Insufficient credits")))
          .add(1, error(520, coded("new_error", "warp_core_breach", "Something novel.")))
          .add(3, Scenarios.CUT)
          .add(1, Scenarios.HUNG_UP);

  private static final Repertoire EVERYDAY =
      Repertoire.of()
          .add(5, paced(typed("rate_limit_error", "Rate limit exceeded"), 1, 10))
          .add(2, lasting(404, typed("not_found_error", "Model not found: invalid-model")))
          .add(
              3,
              lasting(
                  400,
                  typed(
                      "invalid_request_error",
                      "This model's maximum context length is 131072 tokens.")))
          .add(3, error(502, typed("upstream_error", "The upstream provider failed.")))
          .add(3, error(503, typed("service_unavailable", "Temporary outage")))
          .add(2, midStream(500, typed("server_error", "Upstream closed while streaming.")))
          .add(2, Scenarios.CUT)
          .add(2, Scenarios.HUNG_UP);

  @Override
  public String name() {
    return "toprouter";
  }

  @Override
  public KeyBasis joinedBy() {
    return KeyBasis.STITCHED;
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
