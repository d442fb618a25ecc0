package io.gatewayanalyzer.app.serde;

import static io.gatewayanalyzer.app.serde.JsonWriter.name;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ErrorDetail;

/**
 * Errors as the errors topic holds them: the attempt's fields, then what the sender said. Text is
 * written as it is given, so it must be redacted before; long prose is cut. Reuses its buffer; not
 * thread safe.
 */
public final class ErrorJson {
  private static final byte[] ERROR_TYPE = name("error_type");
  private static final byte[] ERROR_CODE = name("error_code");
  private static final byte[] ERROR_PARAM = name("error_param");
  private static final byte[] MESSAGE = name("message");
  private static final byte[] PROVIDER_ERROR = name("provider_error");
  private static final byte[] METADATA = name("metadata");
  private static final byte[] FRAMES_BEFORE_ERROR = name("frames_before_error");
  private static final byte[] TIME_TO_ERROR_MS = name("time_to_error_ms");

  private final JsonWriter json = new JsonWriter();

  /** Writes one error. */
  public byte[] write(Attempt attempt, ErrorDetail detail) {
    json.begin();
    AttemptJson.fields(attempt, json);
    json.text(ERROR_TYPE, detail.errorType(), Text.NAME);
    json.text(ERROR_CODE, detail.errorCode(), Text.NAME);
    json.text(ERROR_PARAM, detail.errorParam(), Text.NAME);
    json.text(MESSAGE, detail.message(), Text.PROSE);
    json.text(PROVIDER_ERROR, detail.providerError(), Text.PROSE);
    json.text(METADATA, detail.metadata(), Text.PROSE);
    json.number(FRAMES_BEFORE_ERROR, detail.framesBeforeError());
    json.number(TIME_TO_ERROR_MS, detail.timeToErrorMs());
    return json.end();
  }
}
