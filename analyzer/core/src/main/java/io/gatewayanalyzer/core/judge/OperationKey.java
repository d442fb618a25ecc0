package io.gatewayanalyzer.core.judge;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an attempt is keyed by, and which fact that was taken from: the first of an explicit
 * operation id, the idempotency key, the gateway's parent id, the trace id with what was sent, a
 * key stitched from who sent what where, and at last the attempt's own id.
 *
 * @param id the key
 * @param basis where it comes from
 */
record OperationKey(String id, KeyBasis basis) {
  private static final int DIGEST_BYTES = 16;

  static OperationKey of(RawRequest request, String requestId, MessageDigest hash) {
    if (request.operationId() != null) {
      return new OperationKey(request.operationId(), KeyBasis.OPERATION_ID);
    }
    if (request.idempotencyKey() != null) {
      return new OperationKey(
          digest("i-", request.idempotencyKey(), hash), KeyBasis.IDEMPOTENCY_KEY);
    }
    if (request.parentId() != null) {
      return new OperationKey(request.parentId(), KeyBasis.PARENT_ID);
    }
    if (request.traceId() != null) {
      return new OperationKey(traced(request, hash), KeyBasis.TRACE_ID);
    }
    if (request.bodyHash() != null) {
      return new OperationKey(digest("s-", stitch(request), hash), KeyBasis.STITCHED);
    }
    return new OperationKey(requestId, KeyBasis.REQUEST_ID);
  }

  /** One trace holds many calls of an agent; the same body sent again is a retry of one of them. */
  private static String traced(RawRequest request, MessageDigest hash) {
    return request.bodyHash() == null
        ? request.traceId()
        : request.traceId() + digest("-", request.bodyHash().text(), hash);
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

  /** The hash that keys are made with, to be used again for the next key by one thread. */
  static MessageDigest hash() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * A header's value must not leave as a record key, and a key should be short: so it is hashed.
   */
  private static String digest(String kind, String text, MessageDigest hash) {
    byte[] digest = hash.digest(text.getBytes(StandardCharsets.UTF_8));
    return kind + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }
}
