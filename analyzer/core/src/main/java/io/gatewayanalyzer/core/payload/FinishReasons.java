package io.gatewayanalyzer.core.payload;

import java.util.Locale;
import java.util.Set;

/**
 * Which finish, stop and block reasons end an output well, short, or badly. Words as documented by
 * OpenAI, Anthropic, Google, Amazon Bedrock, DeepSeek and Zhipu; any other word ends it well.
 */
public final class FinishReasons {
  private static final Set<String> FAILED =
      Set.of(
          "content_filter",
          "content_filtered",
          "guardrail_intervened",
          "refusal",
          "sensitive",
          "safety",
          "prohibited_content",
          "blocklist",
          "spii",
          "recitation",
          "image_safety",
          "image_prohibited_content",
          "model_armor",
          "error",
          "network_error",
          "insufficient_system_resource");
  private static final Set<String> SHORT =
      Set.of(
          "length",
          "max_tokens",
          "max_output_tokens",
          "model_length",
          "model_context_window_exceeded");

  private FinishReasons() {}

  /** Whether the reason means that the output is not what the caller asked for. */
  public static boolean isFailure(String reason) {
    return reason != null && FAILED.contains(reason.toLowerCase(Locale.ROOT));
  }

  /** Whether a limit that the caller set, or the model's window, cut the output short. */
  public static boolean isShort(String reason) {
    return reason != null && SHORT.contains(reason.toLowerCase(Locale.ROOT));
  }
}
