package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;

/**
 * Reads an error payload, a body or a frame, for its {@link ErrorFacts}, and unwraps the provider's
 * error that a gateway put inside: nested objects, JSON text, prose with JSON in it. Total; depth
 * and length are bounded.
 */
public final class ErrorReader {
  /** Wrapped errors are followed this deep; the deepest chain seen in the wild has three. */
  static final int MAX_LAYERS = 4;

  private static final int MAX_TEXT = 16_384;

  private ErrorReader() {}

  /**
   * Reads a payload.
   *
   * @param payload JSON, HTML or plain text; null counts as empty
   * @param nowMs reference for absolute points in time, epoch milliseconds
   */
  public static ErrorFacts read(Slice payload, long nowMs) {
    return payload == null ? ErrorFacts.EMPTY : read(payload, nowMs, 0);
  }

  static ErrorFacts read(Slice payload, long nowMs, int layer) {
    JsonCursor cursor = new JsonCursor().reset(payload);
    int first = cursor.peek();
    if (first == 0 && payload.isBlank()) {
      return ErrorFacts.EMPTY;
    }
    if (first == '{' || first == '[') {
      ErrorDraft draft = new ErrorDraft();
      new ErrorJson(cursor, payload.bytes(), nowMs, layer, draft).readPayload();
      return draft.facts();
    }
    if (first == '"') {
      String text = cursor.readText();
      return text == null ? ErrorFacts.EMPTY : readText(text, nowMs, layer);
    }
    int to = Math.min(payload.to(), payload.from() + MAX_TEXT);
    return readText(new Slice(payload.bytes(), payload.from(), to).text(), nowMs, layer);
  }

  /** Reads prose: an HTML page, JSON as text, or a message that may quote a provider's error. */
  static ErrorFacts readText(String text, long nowMs, int layer) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return ErrorFacts.EMPTY;
    }
    if (trimmed.charAt(0) == '<') {
      return Html.read(trimmed);
    }
    if (layer < MAX_LAYERS && (trimmed.charAt(0) == '{' || trimmed.charAt(0) == '[')) {
      return read(Slice.of(trimmed), nowMs, layer + 1);
    }
    ErrorFacts plain = ErrorFacts.ofText(Shape.TEXT, trimmed);
    return layer < MAX_LAYERS ? Prose.unwrap(plain, nowMs, layer + 1) : plain;
  }
}
