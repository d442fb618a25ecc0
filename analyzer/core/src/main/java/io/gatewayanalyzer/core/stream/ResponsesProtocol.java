package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.FinishReasons;
import io.gatewayanalyzer.core.payload.Marks;

/**
 * OpenAI Responses, also over websockets and realtime: {@code response.completed}, {@code .failed},
 * {@code .incomplete}, {@code .cancelled}, or {@code response.done} with a status.
 */
final class ResponsesProtocol implements StreamProtocol {
  @Override
  public Meaning read(Marks marks) {
    if (marks.type == null) {
      return Meaning.GOES_ON;
    }
    return switch (marks.type) {
      case RESPONSE_COMPLETED -> Meaning.FINISHED;
      case RESPONSE_FAILED, RESPONSE_ERROR, RESPONSE_REFUSAL_DONE -> Meaning.FAILED;
      case RESPONSE_CANCELLED -> Meaning.CANCELLED;
      case RESPONSE_INCOMPLETE -> incomplete(marks);
      case RESPONSE_DONE -> done(marks);
      default -> Meaning.GOES_ON;
    };
  }

  /** Stopped by the caller's token limit is no failure; stopped by a filter is. */
  private static Meaning incomplete(Marks marks) {
    return FinishReasons.isFailure(marks.finish) ? Meaning.FAILED : Meaning.CUT_SHORT;
  }

  private static Meaning done(Marks marks) {
    if (marks.status == null) {
      return Meaning.FINISHED;
    }
    return switch (marks.status) {
      case "failed" -> Meaning.FAILED;
      case "cancelled", "canceled" -> Meaning.CANCELLED;
      case "incomplete" -> incomplete(marks);
      default -> Meaning.FINISHED;
    };
  }
}
