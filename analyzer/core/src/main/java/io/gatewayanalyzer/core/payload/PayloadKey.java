package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.event.Wire;

/** The keys that matter when a payload is read for its marks, whatever object they stand in. */
public enum PayloadKey implements Wire {
  TYPE("type"),
  OBJECT("object"),
  ERROR("error"),
  ERROR_CAPITAL("Error"),
  CHOICES("choices"),
  USAGE("usage"),
  MODEL("model"),
  RESPONSE("response"),
  RESPONSE_CAPITAL("Response"),
  STATUS("status"),
  DONE("done"),
  STOP_REASON("stop_reason"),
  DELTA("delta"),
  CANDIDATES("candidates"),
  PROMPT_FEEDBACK("promptFeedback"),
  USAGE_METADATA("usageMetadata"),
  MODEL_VERSION("modelVersion"),
  CODE("code"),
  MESSAGE("message"),
  MSG("msg"),
  ERROR_TYPE("error_type"),
  ERROR_MESSAGE("error_message"),
  ERROR_CODE("error_code"),
  ERROR_CODE_CAMEL("errorCode"),
  DETAIL("detail"),
  ERRORS("errors"),
  SUCCESS("success"),
  OUTPUT("output"),
  CONTENT("content"),
  DATA("data"),
  INCOMPLETE_DETAILS("incomplete_details"),
  BASE_RESP("base_resp"),
  FINISH_REASON("finish_reason"),
  FINISH_REASON_CAMEL("finishReason"),
  BLOCK_REASON("blockReason"),
  TASK_STATUS("task_status"),
  STATUS_CODE("status_code"),
  PROMPT_TOKENS("prompt_tokens"),
  COMPLETION_TOKENS("completion_tokens"),
  INPUT_TOKENS("input_tokens"),
  OUTPUT_TOKENS("output_tokens"),
  PROMPT_TOKEN_COUNT("promptTokenCount"),
  CANDIDATES_TOKEN_COUNT("candidatesTokenCount"),
  INPUT_TOKENS_CAMEL("inputTokens"),
  OUTPUT_TOKENS_CAMEL("outputTokens"),
  PROMPT_EVAL_COUNT("prompt_eval_count"),
  EVAL_COUNT("eval_count"),
  MESSAGE_START("messageStart"),
  MESSAGE_STOP("messageStop"),
  CONTENT_BLOCK_START("contentBlockStart"),
  CONTENT_BLOCK_DELTA("contentBlockDelta"),
  CONTENT_BLOCK_STOP("contentBlockStop"),
  STOP_REASON_CAMEL("stopReason"),
  REASON("reason"),
  REFUSAL("refusal"),
  EMBEDDINGS("embeddings"),
  EMBEDDING("embedding"),
  DONE_REASON("done_reason"),
  TEXT("text"),
  GENERATED_TEXT("generated_text"),
  RESULTS("results"),
  BODY("body");

  private final String wire;

  PayloadKey(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
