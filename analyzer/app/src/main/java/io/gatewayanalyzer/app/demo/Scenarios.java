package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;

/** The scenarios every gateway shares: healthy answers, errors as bodies or frames, cut streams. */
final class Scenarios {
  /** The answer everybody hopes for, streamed or whole as the call asks. */
  static final Scenario HEALTHY = Scenarios::healthy;

  /** The provider's connection breaks: half a frame, and no end. */
  static final Scenario CUT = (call, dice) -> cut(call, dice, Ended.UPSTREAM_CLOSED);

  /** The caller hangs up in the middle. */
  static final Scenario HUNG_UP = (call, dice) -> cut(call, dice, Ended.CLIENT_CLOSED);

  /** An error in a shape that no catalog knows. */
  static final Scenario UNEXPLAINED =
      (call, dice) ->
          Answer.body(
              500,
              "{\"fault\":{\"ref\":\"zx-17\",\"note\":\"shard moved\"}}",
              dice.between(20, 300));

  private Scenarios() {}

  /**
   * An HTTP error with an error object.
   *
   * @param error the error object, as JSON
   */
  static Scenario error(int status, String error) {
    return (call, dice) -> Answer.body(status, "{\"error\":" + error + "}", dice.between(8, 400));
  }

  /** The same error, met again by every retry. */
  static Scenario lasting(int status, String error) {
    return (call, dice) -> error(status, error).play(call, dice).forGood();
  }

  /** A 429 that says how long to wait. */
  static Scenario paced(String error, int low, int high) {
    return (call, dice) ->
        error(429, error)
            .play(call, dice)
            .with("retry-after", Integer.toString(dice.between(low, high)));
  }

  /** A stream that fails after its 200; a call that wants no stream gets the body instead. */
  static Scenario midStream(int bodyStatus, String error) {
    return (call, dice) -> {
      if (!call.streamed()) {
        return error(bodyStatus, error).play(call, dice);
      }
      Transcript stream = Transcript.open(call).speak(dice.between(0, 3), dice).fail(error);
      if (call.api() == Api.CHAT_COMPLETIONS && dice.chance(0.5)) {
        stream.done();
      }
      return Answer.stream(stream.text(), dice.between(300, 4000), stream.tokens(), true);
    };
  }

  /** A body that is no JSON, as proxies and load balancers send it. */
  static Scenario text(int status, String contentType, String body) {
    return (call, dice) ->
        Answer.body(status, body, dice.between(5, 900)).with("content-type", contentType);
  }

  private static Answer healthy(Call call, Dice dice) {
    int words = dice.between(1, 3);
    long durationMs = dice.between(250, 900) + words * 20L;
    if (call.streamed()) {
      Transcript stream = Transcript.open(call).speak(words, dice).finish();
      return Answer.stream(stream.text(), durationMs, words, false);
    }
    return Answer.body(200, healthyBody(call, words, dice), durationMs).tokens(words);
  }

  private static String healthyBody(Call call, int words, Dice dice) {
    String said = Prose.sentence(words, dice);
    String head = "{\"id\":\"" + call.requestId() + "\",\"model\":\"" + call.model() + "\",";
    return switch (call.api()) {
      case RESPONSES ->
          head
              + "\"object\":\"response\",\"status\":\"completed\",\"error\":null,\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\""
              + said
              + "\"}]}]}";
      case MESSAGES ->
          head
              + "\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
              + said
              + "\"}],\"stop_reason\":\"end_turn\"}";
      default ->
          head
              + "\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
              + said
              + "\"},\"finish_reason\":\"stop\"}]}";
    };
  }

  private static Answer cut(Call call, Dice dice, Ended how) {
    if (!call.streamed()) {
      return HEALTHY.play(call, dice);
    }
    Transcript stream = Transcript.open(call).speak(dice.between(1, 3), dice);
    if (dice.chance(0.6)) {
      stream.cut(dice.between(3, 40));
    }
    boolean failed = how != Ended.CLIENT_CLOSED;
    return Answer.stream(stream.text(), dice.between(400, 9000), stream.tokens(), failed)
        .ended(how);
  }
}
