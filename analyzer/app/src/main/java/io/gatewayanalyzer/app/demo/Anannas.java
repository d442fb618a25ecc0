package io.gatewayanalyzer.app.demo;

import static io.gatewayanalyzer.app.demo.Fault.detailed;
import static io.gatewayanalyzer.app.demo.Fault.typed;
import static io.gatewayanalyzer.app.demo.Scenarios.error;
import static io.gatewayanalyzer.app.demo.Scenarios.lasting;
import static io.gatewayanalyzer.app.demo.Scenarios.midStream;
import static io.gatewayanalyzer.app.demo.Scenarios.paced;
import static io.gatewayanalyzer.app.demo.Scenarios.text;

import io.gatewayanalyzer.core.event.KeyBasis;
import java.util.List;

/** Anannas: types per status, and the provider's raw error wrapped in {@code metadata}. */
final class Anannas implements SimulatedGateway {
  private static final List<Route> ROUTES =
      List.of(
          new Route("openai", "openai/gpt-5-mini"),
          new Route("anthropic", "anthropic/claude-sonnet-4.5"),
          new Route("mistral", "mistral/mistral-large"));

  private static final String FLAGGED =
      "{\"reasons\":[\"violence\"],\"flagged_input\":\"(removed)\",\"provider_name\":\"openai\","
          + "\"model_slug\":\"gpt-5-mini\"}";
  private static final String RAW_500 =
      "{\"provider_name\":\"openai\",\"raw\":{\"error\":{\"message\":\"The server had an error.\","
          + "\"type\":\"server_error\",\"code\":null}}}";
  private static final String RAW_OVERLOADED =
      "{\"provider_name\":\"anthropic\",\"raw\":{\"type\":\"error\",\"error\":{\"type\":"
          + "\"overloaded_error\",\"message\":\"Overloaded\"}}}";
  private static final String RAW_QUOTA =
      "{\"provider_name\":\"openai\",\"raw\":{\"error\":{\"message\":\"Quota exceeded, check plan "
          + "and billing.\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}}";

  private static final Repertoire TROUBLE =
      Repertoire.of()
          .add(6, paced(typed("rate_limit_error", "Rate limit exceeded"), 1, 15))
          .add(4, lasting(402, typed("insufficient_quota_error", "Insufficient credits")))
          .add(2, lasting(502, detailed("provider_error", "Provider error", RAW_QUOTA)))
          .add(3, error(502, detailed("provider_error", "Provider error", RAW_500)))
          .add(3, error(502, detailed("provider_error", "Provider error", RAW_OVERLOADED)))
          .add(
              2, lasting(400, typed("invalid_request_error", "Invalid request: model is required")))
          .add(2, lasting(401, typed("authentication_error", "Authentication required")))
          .add(2, lasting(403, detailed("content_filter_error", "Content flagged", FLAGGED)))
          .add(2, error(408, typed("timeout_error", "Request timeout")))
          .add(2, error(503, typed("service_unavailable_error", "No available provider")))
          .add(4, midStream(502, typed("provider_error", "Provider error")))
          .add(3, midStream(429, typed("rate_limit_error", "Rate limit exceeded")))
          .add(1, text(503, "application/json", "{\"oops\":{\"kind\":\"moon_phase\"}}"))
          .add(2, Scenarios.CUT)
          .add(1, Scenarios.HUNG_UP);

  private static final Repertoire EVERYDAY =
      Repertoire.of()
          .add(5, paced(typed("rate_limit_error", "Rate limit exceeded"), 1, 15))
          .add(3, error(502, detailed("provider_error", "Provider error", RAW_500)))
          .add(3, error(502, detailed("provider_error", "Provider error", RAW_OVERLOADED)))
          .add(
              4, lasting(400, typed("invalid_request_error", "Invalid request: model is required")))
          .add(2, lasting(403, detailed("content_filter_error", "Content flagged", FLAGGED)))
          .add(2, error(408, typed("timeout_error", "Request timeout")))
          .add(2, midStream(502, typed("provider_error", "Provider error")))
          .add(2, Scenarios.CUT)
          .add(2, Scenarios.HUNG_UP);

  @Override
  public String name() {
    return "anannas";
  }

  @Override
  public KeyBasis joinedBy() {
    return KeyBasis.OPERATION_ID;
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
