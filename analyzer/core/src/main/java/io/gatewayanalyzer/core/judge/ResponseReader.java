package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.ErrorReader;
import io.gatewayanalyzer.core.payload.Marks;
import io.gatewayanalyzer.core.payload.MarksReader;
import io.gatewayanalyzer.core.payload.Shape;
import io.gatewayanalyzer.core.stream.StreamReader;
import io.gatewayanalyzer.core.stream.StreamReading;

/**
 * Decides whether a response failed, and how far it had come: HTTP status first, then what the body
 * or the stream really says. Not thread safe.
 */
final class ResponseReader {
  private static final int FIRST_FAILURE_STATUS = 300;

  private static final ErrorFacts REFUSAL = ErrorFacts.ofNames(Shape.FINISH_REASON, "refusal");

  private final MarksReader reader = new MarksReader();
  private final Marks marks = new Marks();
  private final StreamReader streams = new StreamReader();

  /**
   * Reads a response.
   *
   * @param apart how its stream ended that was logged apart from it; null when none was
   * @param nowMs reference for absolute times in retry hints
   */
  ResponseReading read(RawRequest request, StreamReading apart, long nowMs) {
    Slice stream = request.stream();
    Slice body = request.body();
    if (request.status() >= FIRST_FAILURE_STATUS) {
      return readRefused(request, apart, nowMs);
    }
    if (stream != null) {
      return ofStream(follow(request, stream, nowMs));
    }
    if (apart != null) {
      return ofStream(apart);
    }
    if (request.streamLogged()) {
      return ResponseReading.HEALTHY;
    }
    if (body == null || body.isBlank()) {
      return readNothing(request.ended());
    }
    return EventStreams.looksLike(body)
        ? ofStream(follow(request, body, nowMs))
        : readBody(request, body, nowMs);
  }

  private ResponseReading readRefused(RawRequest request, StreamReading apart, long nowMs) {
    Slice body = request.body();
    Slice payload = body == null || body.isBlank() ? request.stream() : body;
    if (payload == null && apart != null && apart.error() != null) {
      return ResponseReading.failed(Phase.BEFORE_RESPONSE, apart.error());
    }
    if (payload != null && EventStreams.looksLike(payload)) {
      StreamReading reading = follow(request, payload, nowMs);
      if (reading.error() != null) {
        return ResponseReading.failed(Phase.BEFORE_RESPONSE, reading.error());
      }
    }
    return ResponseReading.failed(Phase.BEFORE_RESPONSE, ErrorReader.read(payload, nowMs));
  }

  private static ResponseReading ofStream(StreamReading reading) {
    Phase phase =
        switch (reading.verdict()) {
          case COMPLETED, INCOMPLETE -> null;
          case FAILED_IN_BAND -> Phase.MID_STREAM;
          case TRUNCATED, CLIENT_CLOSED -> Phase.TRUNCATED;
        };
    return new ResponseReading(
        phase,
        phase == null ? null : reading.error(),
        reading.verdict(),
        reading.framesBeforeError(),
        reading.inputTokens(),
        reading.outputTokens(),
        reading.model());
  }

  private StreamReading follow(RawRequest request, Slice stream, long nowMs) {
    streams.begin(request.origin().api(), nowMs);
    streams.read(stream);
    return streams.end(request.ended());
  }

  private static ResponseReading readNothing(Ended ended) {
    return switch (ended) {
      case CLIENT_CLOSED, UPSTREAM_CLOSED, TIMEOUT ->
          ResponseReading.failed(Phase.BEFORE_RESPONSE, ErrorFacts.EMPTY);
      case COMPLETE, UNKNOWN -> ResponseReading.HEALTHY;
    };
  }

  private ResponseReading readBody(RawRequest request, Slice body, long nowMs) {
    reader.read(body, marks);
    boolean json = marks.end > body.from() && isJson(body);
    if (json ? marks.failed() || onlyProse(request) : promisesJson(request.origin().api())) {
      return new ResponseReading(
          Phase.IN_BODY,
          marks.refusal && !marks.error ? REFUSAL : ErrorReader.read(body, nowMs),
          null,
          -1,
          marks.inputTokens,
          marks.outputTokens,
          marks.model);
    }
    if (json && !marks.complete && wasCut(request.ended())) {
      return ResponseReading.failed(Phase.TRUNCATED, ErrorFacts.EMPTY);
    }
    return new ResponseReading(
        null, null, null, -1, marks.inputTokens, marks.outputTokens, marks.model);
  }

  private static boolean isJson(Slice body) {
    for (int i = body.from(); i < body.to(); i++) {
      byte b = body.bytes()[i];
      if (b > ' ' || b < 0) {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  /** These APIs answer in JSON and nothing else, so a page or a bare word is no answer. */
  private static boolean promisesJson(Api api) {
    return api == Api.CHAT_COMPLETIONS || api == Api.RESPONSES || api == Api.MESSAGES;
  }

  /** A 200 whose body is a message and no answer: a proxy that lost the status. */
  private boolean onlyProse(RawRequest request) {
    return marks.prose && !marks.answer && promisesJson(request.origin().api());
  }

  private static boolean wasCut(Ended ended) {
    return ended == Ended.CLIENT_CLOSED || ended == Ended.UPSTREAM_CLOSED || ended == Ended.TIMEOUT;
  }
}
