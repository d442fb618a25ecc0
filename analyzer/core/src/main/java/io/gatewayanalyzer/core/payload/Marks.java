package io.gatewayanalyzer.core.payload;

import java.util.Locale;

/**
 * The few facts of one JSON payload (a body or a stream frame) that decide whether it is healthy,
 * an error, or an end. Mutable and reused: the hot path of every healthy record runs through here.
 */
public final class Marks {
  /** What the top-level {@code type} says, a Responses, Messages or realtime event name. */
  public EventType type;

  /** What the top-level {@code object} says; null when absent or of no interest. */
  public ObjectType object;

  /** Whether the payload is a complete JSON object or array. */
  public boolean complete;

  /** Whether a non-null, non-empty error value was found where an error belongs. */
  public boolean error;

  /** Whether a sign of a regular answer was found (choices, content, output, candidates, data…). */
  public boolean answer;

  /** The finish, stop or block reason that ends the output; null while there is none. */
  public String finish;

  /** The {@code status} of a Responses object or event; null when absent. */
  public String status;

  /** Whether an Ollama-style {@code "done": true} was found. */
  public boolean done;

  /**
   * Whether the payload speaks of failure without an error object (error_type, code + message…).
   */
  public boolean flatError;

  /** Whether a message as text stands at the top level: an error's prose, or a note. */
  public boolean prose;

  /** Which protocol the keys belong to; null when the payload does not say. */
  public Dialect dialect;

  /** Input tokens by the usage block; -1 when absent. */
  public long inputTokens;

  /** Output tokens by the usage block; -1 when absent. */
  public long outputTokens;

  /** The model that answered; null when absent. */
  public String model;

  /** Whether the prompt was blocked before anything was generated. */
  public boolean blocked;

  /** Whether the model answered with a refusal in place of an output. */
  public boolean refusal;

  /** One past the last byte that was read; more may follow. Where nothing was read, the start. */
  public int end;

  /** Whether the payload as a whole says that something failed, whatever the HTTP status. */
  public boolean failed() {
    return error
        || blocked
        || refusal
        || type == EventType.ERROR
        || type == EventType.FAILED
        || object == ObjectType.ERROR
        || (flatError && !answer)
        || FinishReasons.isFailure(finish)
        || failedStatus();
  }

  private boolean failedStatus() {
    if (status == null) {
      return false;
    }
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "failed", "failure", "error", "cancelled", "canceled" -> true;
      default -> false;
    };
  }

  void clear() {
    type = null;
    object = null;
    complete = false;
    error = false;
    answer = false;
    finish = null;
    status = null;
    done = false;
    flatError = false;
    prose = false;
    dialect = null;
    inputTokens = -1;
    outputTokens = -1;
    model = null;
    blocked = false;
    refusal = false;
  }
}
