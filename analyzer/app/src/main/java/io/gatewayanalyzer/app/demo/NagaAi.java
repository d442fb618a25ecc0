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

/** NagaAI: branch on {@code error.type}; streams fail late in the way of their API. */
final class NagaAi implements SimulatedGateway {
  private static final List<Route> ROUTES =
      List.of(
          new Route("openai", "gpt-5-mini"),
          new Route("anthropic", "claude-sonnet-4.5"),
          new Route("google", "gemini-3-flash"));

  private static final Repertoire TROUBLE =
      Repertoire.of()
          .add(6, paced(typed("rate_limit_exceeded", "Too many requests, slow down."), 1, 20))
          .add(3, lasting(402, typed("insufficient_quota", "Insufficient credits on this key.")))
          .add(
              3,
              lasting(
                  429,
                  coded(
                      "insufficient_quota",
                      "credit_balance_exhausted",
                      "The credit balance of this account is used up.")))
          .add(2, midStream(402, typed("insufficient_quota", "Credits ran out while generating.")))
          .add(
              3, lasting(400, typed("invalid_request_error", "Unsupported combination of fields.")))
          .add(2, lasting(401, typed("authentication_error", "Invalid API key.")))
          .add(2, lasting(403, typed("inappropriate_content", "The prompt was filtered.")))
          .add(4, midStream(500, typed("server_error", "The source stopped answering.")))
          .add(
              3,
              midStream(
                  403,
                  typed(
                      "inappropriate_content",
                      "The source refused with status 403: the picture cannot be shown.")))
          .add(3, error(503, typed("server_error", "No healthy source for this model.")))
          .add(
              2,
              text(
                  502,
                  "text/html",
                  "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"))
          .add(1, error(500, coded("flux_error", "tachyon_drift", "Recalibrating.")))
          .add(3, Scenarios.CUT)
          .add(1, Scenarios.HUNG_UP);

  private static final Repertoire EVERYDAY =
      Repertoire.of()
          .add(5, paced(typed("rate_limit_exceeded", "Too many requests, slow down."), 1, 20))
          .add(
              4, lasting(400, typed("invalid_request_error", "Unsupported combination of fields.")))
          .add(1, lasting(401, typed("authentication_error", "Invalid API key.")))
          .add(2, lasting(403, typed("inappropriate_content", "The prompt was filtered.")))
          .add(4, error(503, typed("server_error", "No healthy source for this model.")))
          .add(2, midStream(500, typed("server_error", "The source stopped answering.")))
          .add(2, Scenarios.CUT)
          .add(2, Scenarios.HUNG_UP);

  @Override
  public String name() {
    return "nagaai";
  }

  @Override
  public KeyBasis joinedBy() {
    return KeyBasis.IDEMPOTENCY_KEY;
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
