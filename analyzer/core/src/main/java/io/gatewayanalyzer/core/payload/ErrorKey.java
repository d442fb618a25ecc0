package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.event.Wire;

/** The fields of an error payload that mean something, whatever object they stand in. */
enum ErrorKey implements Wire {
  ERROR("error"),
  ERRORS("errors"),
  MESSAGE("message"),
  MSG("msg"),
  ERROR_MESSAGE("error_message"),
  ERROR_MSG("error_msg"),
  ERROR_MESSAGE_CAMEL("errorMessage"),
  STATUS_MSG("status_msg"),
  TITLE("title"),
  DESCRIPTION("description"),
  ERROR_DESCRIPTION("error_description"),
  ERR_MSG("err_msg"),
  DETAIL("detail"),
  DETAILS("details"),
  TYPE("type"),
  CODE("code"),
  ERROR_CODE("error_code"),
  ERR_CODE("err_code"),
  ERROR_CODE_CAMEL("errorCode"),
  ERRCODE("errcode"),
  BIZ_CODE("biz_code"),
  STATUS("status"),
  STATUS_CODE("status_code"),
  STATUS_CODE_CAMEL("statusCode"),
  HTTP_STATUS("http_status"),
  HTTP_STATUS_CODE("http_status_code"),
  RAW_STATUS_CODE("raw_status_code"),
  ERROR_TYPE("error_type"),
  REASON("reason"),
  PARAM("param"),
  FIELD("field"),
  INNERERROR("innererror"),
  INNER_ERROR("innerError"),
  METADATA("metadata"),
  AVAILABILITY("availability"),
  RAW("raw"),
  PROVIDER_CODE("provider_code"),
  PROVIDER_NAME("provider_name"),
  PROVIDER("provider"),
  LIMIT_SOURCE("limit_source"),
  LIMIT_TYPE("limit_type"),
  RATE_LIMIT_TYPE("rate_limit_type"),
  RETRYABLE("retryable"),
  SHOULD_RETRY("should_retry"),
  RETRY_AFTER("retry_after"),
  RETRY_AFTER_SECONDS("retry_after_seconds"),
  RETRY_AFTER_MS("retry_after_ms"),
  RETRY_AFTER_CAMEL("retryAfter"),
  RETRY_DELAY("retryDelay"),
  RESETS_IN_SECONDS("resets_in_seconds"),
  RESET_AFTER("reset_after"),
  RESETS_AT("resets_at"),
  RESET_AT("reset_at"),
  QUOTA_ID("quotaId"),
  VIOLATIONS("violations"),
  RESPONSE("response"),
  CHOICES("choices"),
  FINISH_REASON("finish_reason"),
  FINISH_REASON_CAMEL("finishReason"),
  CANDIDATES("candidates"),
  PROMPT_FEEDBACK("promptFeedback"),
  BLOCK_REASON("blockReason"),
  BLOCK_REASON_MESSAGE("blockReasonMessage"),
  STOP_REASON("stop_reason"),
  INCOMPLETE_DETAILS("incomplete_details"),
  OUTPUT("output"),
  TASK_STATUS("task_status"),
  BASE_RESP("base_resp"),
  BODY("body"),
  CAUSE("cause"),
  UPSTREAM_ERROR("upstream_error"),
  PROVIDER_ERROR("provider_error"),
  ORIGINAL_ERROR("original_error"),
  CONTEXT("context"),
  NAME("name"),
  AWS_TYPE("__type"),
  ID("id"),
  OBJECT("object"),
  DATA("data"),
  HEADERS("headers"),
  PREVIOUS_ERRORS("previous_errors");

  private final String wire;

  ErrorKey(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
