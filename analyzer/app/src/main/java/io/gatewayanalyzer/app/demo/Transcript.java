package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.Api;

/** An SSE transcript in the protocol of one API, written frame by frame. */
final class Transcript {
  private final Api api;
  private final String id;
  private final String model;
  private final StringBuilder text = new StringBuilder(2048);
  private int tokens;

  private Transcript(Call call) {
    this.api = call.api();
    this.id = call.requestId();
    this.model = call.model();
  }

  /** A transcript that has opened its stream. */
  static Transcript open(Call call) {
    Transcript transcript = new Transcript(call);
    switch (transcript.api) {
      case RESPONSES ->
          transcript.event(
              "response.created",
              "{\"type\":\"response.created\",\"response\":{\"id\":\"%s\",\"status\":\"in_progress\",\"model\":\"%s\"}}");
      case MESSAGES ->
          transcript.event(
              "message_start",
              "{\"type\":\"message_start\",\"message\":{\"id\":\"%s\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"%s\",\"usage\":{\"input_tokens\":12,\"output_tokens\":1}}}");
      default ->
          transcript.data(
              "{\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"model\":\"%s\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"},\"finish_reason\":null}]}");
    }
    return transcript;
  }

  /** Some tokens of answer. */
  Transcript speak(int words, Dice dice) {
    for (int i = 0; i < words; i++) {
      token(Prose.word(dice));
    }
    tokens += words;
    return this;
  }

  private void token(String word) {
    switch (api) {
      case RESPONSES ->
          event(
              "response.output_text.delta",
              "{\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\""
                  + word
                  + "\"}");
      case MESSAGES ->
          event(
              "content_block_delta",
              "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                  + word
                  + "\"}}");
      default ->
          data(
              "{\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"model\":\"%s\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                  + word
                  + "\"},\"finish_reason\":null}]}");
    }
  }

  /** The protocol's proper end. */
  Transcript finish() {
    switch (api) {
      case RESPONSES ->
          event(
              "response.completed",
              "{\"type\":\"response.completed\",\"response\":{\"id\":\"%s\",\"status\":\"completed\",\"model\":\"%s\",\"usage\":{\"input_tokens\":12,\"output_tokens\":"
                  + tokens
                  + "}}}");
      case MESSAGES -> {
        event(
            "message_delta",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":"
                + tokens
                + "}}");
        event("message_stop", "{\"type\":\"message_stop\"}");
      }
      default -> {
        data(
            "{\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"model\":\"%s\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        done();
      }
    }
    return this;
  }

  /**
   * An error frame, told the way the API's protocol tells it.
   *
   * @param error the error object, as JSON
   */
  Transcript fail(String error) {
    switch (api) {
      case RESPONSES -> {
        event("error", "{\"type\":\"error\",\"error\":" + error + "}");
        event(
            "response.failed",
            "{\"type\":\"response.failed\",\"response\":{\"id\":\"%s\",\"model\":\"%s\",\"status\":\"failed\",\"error\":"
                + error
                + "}}");
        done();
      }
      case MESSAGES -> event("error", "{\"type\":\"error\",\"error\":" + error + "}");
      default -> data("{\"error\":" + error + "}");
    }
    return this;
  }

  /** The end mark that some gateways send even after an error. */
  Transcript done() {
    text.append("data: [DONE]\n\n");
    return this;
  }

  /** Takes the last bytes away, as a broken connection does. */
  Transcript cut(int bytes) {
    text.setLength(Math.max(0, text.length() - bytes));
    return this;
  }

  int tokens() {
    return tokens;
  }

  String text() {
    return text.toString();
  }

  private void event(String name, String json) {
    text.append("event: ").append(name).append('\n');
    data(json);
  }

  /** Writes a data frame; the first {@code %s} is the answer's id, the second its model. */
  private void data(String json) {
    text.append("data: ").append(fill(json)).append("\n\n");
  }

  private String fill(String json) {
    int first = json.indexOf("%s");
    int second = json.indexOf("%s", first + 2);
    if (first < 0 || second < 0) {
      return json;
    }
    return json.substring(0, first)
        + id
        + json.substring(first + 2, second)
        + model
        + json.substring(second + 2);
  }
}
