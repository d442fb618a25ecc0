package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.event.Wire;
import java.util.Locale;

/** The form an error payload came in; a coarse fact that rules may ask for. */
public enum Shape implements Wire {
  /** {@code {"error":{message,type,param,code}}}. */
  OPENAI,
  /** {@code {"type":"error","error":{type,message}}}. */
  ANTHROPIC,
  /** {@code {"error":{code,message,status,details}}}, also inside an array. */
  GOOGLE,
  /** {@code {"message"}} with the type in a header, or an {@code …Exception} event. */
  AWS,
  /** {@code {"error":"text"}}. */
  STRING,
  /** The error's fields at top level. */
  FLAT,
  /** {@code {"detail":…}}. */
  FASTAPI,
  /** {@code {type,title,status,detail}}, RFC 9457. */
  PROBLEM,
  /** {@code {"errors":[…]}}. */
  ERRORS_ARRAY,
  /** No error object: a finish reason, block reason or status field tells. */
  FINISH_REASON,
  /** Some other JSON. */
  OTHER_JSON,
  /** An HTML page. */
  HTML,
  /** Plain text. */
  TEXT,
  /** No payload at all. */
  EMPTY;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
