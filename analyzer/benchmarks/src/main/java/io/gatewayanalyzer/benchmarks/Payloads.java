package io.gatewayanalyzer.benchmarks;

import java.util.List;

/** Response payloads in the shapes senders use, with invented content. */
final class Payloads {
  /** Errors as senders phrase them; {@code %s} is where a longer message would go on. */
  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(
              Sender.CHAT,
              429,
              """
              {"error":{"message":"Provider returned error","code":429,"metadata":{"raw":\
              "{\\"error\\":{\\"message\\":\\"Rate limit reached for requests. %s\\",\
              \\"type\\":\\"requests\\",\\"param\\":null,\\"code\\":\\"rate_limit_exceeded\\"}}",\
              "provider_name":"OpenAI","is_byok":false}},"user_id":"user_2fakefakefake"}"""),
          new Refusal(
              Sender.CHAT,
              402,
              """
              {"error":{"message":"Insufficient credits. Add more to go on. %s","code":402},\
              "user_id":"user_2fakefakefake"}"""),
          new Refusal(
              Sender.MESSAGES,
              529,
              """
              {"type":"error","error":{"type":"overloaded_error","message":"Overloaded. %s"},\
              "request_id":"req_011fakefakefakefakefake"}"""),
          new Refusal(
              Sender.RESPONSES,
              400,
              """
              {"error":{"message":"Your input exceeds the context window of this model. %s",\
              "type":"invalid_request_error","param":"input",\
              "code":"context_length_exceeded"}}"""),
          new Refusal(
              Sender.RESPONSES,
              500,
              """
              {"error":{"message":"The server had an error while processing your request. %s",\
              "type":"server_error","param":null,"code":null}}"""));

  private Payloads() {}

  /** A refusal: who says it, with which status, and how. */
  record Refusal(Sender sender, int status, String pattern) {
    String body(String more) {
      return pattern.replace("%s", more.replace("\"", "").replace("\n", " "));
    }
  }

  static String answer(Sender sender, String id, String text) {
    String quoted = Prose.quote(text);
    return switch (sender.api()) {
      case "messages" ->
          "{\"id\":\"msg_"
              + id
              + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\""
              + sender.model()
              + "-20250929\",\"content\":[{\"type\":\"text\",\"text\":"
              + quoted
              + "}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":"
              + "{\"input_tokens\":812,\"output_tokens\":133}}";
      case "responses" ->
          "{\"id\":\"resp_"
              + id
              + "\",\"object\":\"response\",\"created_at\":1793534400,"
              + "\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"model\":\""
              + sender.model()
              + "-2026-08-07\",\"output\":[{\"type\":\"message\",\"role\":"
              + "\"assistant\",\"status\":\"completed\",\"content\":[{\"type\":\"output_text\","
              + "\"text\":"
              + quoted
              + ",\"annotations\":[]}]}],\"usage\":{\"input_tokens\":812,"
              + "\"output_tokens\":133,\"total_tokens\":945}}";
      default ->
          "{\"id\":\"chatcmpl-"
              + id
              + "\",\"object\":\"chat.completion\",\"created\":1793534400,"
              + "\"model\":\""
              + sender.model()
              + "-2026-08-07\",\"choices\":[{\"index\":0,"
              + "\"message\":{\"role\":\"assistant\",\"content\":"
              + quoted
              + ",\"refusal\":null},"
              + "\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":812,"
              + "\"completion_tokens\":133,\"total_tokens\":945}}";
    };
  }

  /** A chat completions stream of {@code frames} frames, the last two being the end or an error. */
  static String stream(Sender sender, String id, Frames frames, int count, boolean breaks) {
    String head = frames == Frames.FULL ? fullHead(sender, id) : "data: {";
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < count - 2; i++) {
      stream.append(head).append("\"choices\":[{\"index\":0,\"delta\":{\"content\":");
      stream.append(Prose.quote(frames.text(i))).append("},\"finish_reason\":null}]}\n\n");
    }
    if (breaks) {
      stream
          .append(head)
          .append("\"error\":{\"code\":502,\"message\":\"Upstream connect error\"},");
      stream.append("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"error\"}]}\n\n");
    } else {
      stream.append(head).append("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":");
      stream.append("\"stop\"}],\"usage\":{\"prompt_tokens\":812,\"completion_tokens\":20}}\n\n");
    }
    return stream.append("data: [DONE]\n\n").toString();
  }

  private static String fullHead(Sender sender, String id) {
    return "data: {\"id\":\"chatcmpl-"
        + id
        + "\",\"object\":\"chat.completion.chunk\","
        + "\"created\":1793534400,\"model\":\""
        + sender.model()
        + "-2026-08-07\",";
  }
}
