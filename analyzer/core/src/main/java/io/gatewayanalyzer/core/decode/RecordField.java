package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Wire;
import java.util.Locale;

/** The fields of the canonical raw request, whatever object they stand in. */
enum RecordField implements Wire {
  REQUEST_ID,
  OPERATION_ID,
  PARENT_ID,
  TIMESTAMP,
  DURATION_MS,
  GATEWAY,
  API,
  PROVIDER,
  MODEL,
  SERVED_MODEL,
  TENANT,
  API_KEY_ID,
  CLIENT,
  ENVIRONMENT,
  REQUEST,
  RESPONSE,
  USAGE,
  CREDIT,
  TRACEPARENT,
  PATH,
  HEADERS,
  BODY_SHA256,
  STATUS,
  BODY,
  STREAM,
  STREAM_LOGGED,
  ENDED,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  COST_USD,
  BALANCE_USD;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
