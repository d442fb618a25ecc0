package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Origin;

/**
 * What an attempt is keyed by, and which fact that was taken from: the first of an explicit operation
 * id, the idempotency key, the gateway's parent id, the trace id, a key stitched from who sent what
 * where, and at last the attempt's own id.
 *
 * @param id the key
 * @param basis where it comes from
 */
record OperationKey(String id, KeyBasis basis) {
  static OperationKey of(RawRequest request, String requestId) {
    if (request.operationId() != null) {
      return new OperationKey(request.operationId(), KeyBasis.OPERATION_ID);
    }
    if (request.idempotencyKey() != null) {
      return new OperationKey(hashed('i', request.idempotencyKey()), KeyBasis.IDEMPOTENCY_KEY);
    }
    if (request.parentId() != null) {
      return new OperationKey(request.parentId(), KeyBasis.PARENT_ID);
    }
    if (request.traceId() != null) {
      return new OperationKey(request.traceId(), KeyBasis.TRACE_ID);
    }
    if (request.bodyHash() != null) {
      return new OperationKey(hashed('s', stitch(request)), KeyBasis.STITCHED);
    }
    return new OperationKey(requestId, KeyBasis.REQUEST_ID);
  }

  private static String stitch(RawRequest request) {
    Origin origin = request.origin();
    String api = origin.api() == null ? "" : origin.api().wire();
    return String.join(
        "\n",
        String.valueOf(origin.apiKeyId()),
        String.valueOf(origin.model()),
        api,
        request.bodyHash().text());
  }

  /** A header's value must not become a record key as it is, so both kinds are hashed. */
  private static String hashed(char kind, String text) {
    return kind + "-" + Fingerprint.hex(Fingerprint.hash(text));
  }
}
