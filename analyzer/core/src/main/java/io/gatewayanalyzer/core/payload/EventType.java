package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.event.Wire;

/** Event names that matter, as the top-level {@code type} or the SSE event field spells them. */
public enum EventType implements Wire {
  /** {@code error}. */
  ERROR("error"),
  /** {@code response.created}. */
  RESPONSE_CREATED("response.created"),
  /** {@code response.completed}. */
  RESPONSE_COMPLETED("response.completed"),
  /** {@code response.failed}. */
  RESPONSE_FAILED("response.failed"),
  /** {@code response.incomplete}. */
  RESPONSE_INCOMPLETE("response.incomplete"),
  /** {@code response.cancelled}. */
  RESPONSE_CANCELLED("response.cancelled"),
  /** {@code response.error}. */
  RESPONSE_ERROR("response.error"),
  /** {@code response.done}. */
  RESPONSE_DONE("response.done"),
  /** {@code response.refusal.done}. */
  RESPONSE_REFUSAL_DONE("response.refusal.done"),
  /** {@code message}. */
  MESSAGE("message"),
  /** {@code message_start}. */
  MESSAGE_START("message_start"),
  /** {@code message_delta}. */
  MESSAGE_DELTA("message_delta"),
  /** {@code message_stop}. */
  MESSAGE_STOP("message_stop"),
  /** {@code ping}. */
  PING("ping"),
  /** {@code failed}. */
  FAILED("failed");

  private final String wire;

  EventType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
