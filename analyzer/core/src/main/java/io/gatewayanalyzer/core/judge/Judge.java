package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.classify.Classifier;
import io.gatewayanalyzer.core.classify.Evidence;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.stream.StreamReading;
import java.security.MessageDigest;

/**
 * Turns a raw request into a judged attempt: reads how the response really ended, asks the
 * classifier when it failed, redacts what leaves. Reuses its readers: one judge per thread.
 */
public final class Judge {
  private final String catalogVersion;
  private final Classifier classifier;
  private final ResponseReader responses = new ResponseReader();
  private final MessageDigest hash = OperationKey.hash();

  /** A judge by the rules of a catalog, which may be shared. */
  public Judge(Catalog catalog) {
    this.catalogVersion = catalog.version();
    this.classifier = new Classifier(catalog);
  }

  /**
   * Judges one request.
   *
   * @param request what the decoder made of the record; read before its next call
   * @param ref where the raw bytes are; null outside Kafka
   * @param ingestTimeMs when the record reached the raw topic, epoch milliseconds; stands in for
   *     the event time of a log without timestamp
   */
  public Judged judge(RawRequest request, RawRef ref, long ingestTimeMs) {
    return judge(request, null, ref, ingestTimeMs);
  }

  /**
   * Judges one request whose stream was logged apart from it, as if the stream were in the record.
   *
   * @param request what the decoder made of the record; read before its next call
   * @param stream how the stream ended, read with the request's API and start; null when no frame
   *     of it was ever seen
   * @param ref where the raw bytes are; null outside Kafka
   * @param ingestTimeMs when the record reached the raw topic, epoch milliseconds
   */
  public Judged judge(RawRequest request, StreamReading stream, RawRef ref, long ingestTimeMs) {
    long eventTimeMs = request.timestampMs() >= 0 ? request.timestampMs() : ingestTimeMs;
    ResponseReading reading = responses.read(request, stream, eventTimeMs);
    if (reading.healthy()) {
      return new Judged(
          attempt(request, ref, eventTimeMs, ingestTimeMs, reading, null, null), null);
    }
    Verdict verdict = classifier.classify(evidence(request, reading, eventTimeMs));
    ErrorDetail detail = Details.of(reading, request.durationMs());
    String message = Attempt.beginning(detail.message());
    return new Judged(
        attempt(request, ref, eventTimeMs, ingestTimeMs, reading, verdict, message), detail);
  }

  /**
   * What the classifier would be asked about one request, for explanations.
   *
   * @return the evidence, or null when the response is healthy
   */
  public Evidence evidence(RawRequest request, long ingestTimeMs) {
    long eventTimeMs = request.timestampMs() >= 0 ? request.timestampMs() : ingestTimeMs;
    ResponseReading reading = responses.read(request, null, eventTimeMs);
    return reading.healthy() ? null : evidence(request, reading, eventTimeMs);
  }

  private static Evidence evidence(RawRequest request, ResponseReading reading, long eventTimeMs) {
    Origin origin = request.origin();
    return new Evidence(
        origin.gateway(),
        origin.provider(),
        origin.api(),
        request.status(),
        reading.phase(),
        request.ended(),
        request.responseHeaders(),
        reading.error(),
        eventTimeMs);
  }

  private Attempt attempt(
      RawRequest request,
      RawRef ref,
      long eventTimeMs,
      long ingestTimeMs,
      ResponseReading reading,
      Verdict verdict,
      String message) {
    String requestId = request.requestId();
    if (requestId == null) {
      requestId = ref == null ? "unknown" : ref.toString();
    }
    OperationKey operation = OperationKey.of(request, requestId, hash);
    return new Attempt(
        requestId,
        operation.id(),
        operation.basis(),
        eventTimeMs,
        ingestTimeMs,
        request.durationMs(),
        origin(request.origin(), reading.model()),
        request.status(),
        request.streamed() || reading.streamVerdict() != null,
        reading.streamVerdict(),
        ChunkLoss.NONE,
        verdict,
        message,
        catalogVersion,
        request.inputTokens() >= 0 ? request.inputTokens() : reading.inputTokens(),
        request.outputTokens() >= 0 ? request.outputTokens() : reading.outputTokens(),
        request.costUsd(),
        request.balanceUsd(),
        request.traceId(),
        request.parentSpanId(),
        ref);
  }

  private static Origin origin(Origin logged, String servedModel) {
    return logged.servedModel() != null || servedModel == null
        ? logged
        : new Origin(
            logged.gateway(),
            logged.api(),
            logged.provider(),
            logged.model(),
            servedModel,
            logged.tenant(),
            logged.apiKeyId(),
            logged.client(),
            logged.environment());
  }
}
