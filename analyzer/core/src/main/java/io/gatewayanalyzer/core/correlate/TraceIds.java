package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ids of W3C trace context that are the same on every replay: the trace id that the log names, else
 * one made of the key that attempts share; span ids made of the operation and the attempt's number.
 */
public final class TraceIds {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final long HOUR_MS = 3_600_000L;

  private TraceIds() {}

  /**
   * The trace that shows an attempt, 32 hex digits. It is the one of its operation, but in two rare
   * cases: when attempts of one operation name several traces, or only some of them name one; and
   * when an operation with a stitched key goes on into another hour.
   */
  public static String of(Attempt attempt) {
    return of(attempt.traceId(), attempt.operationId(), attempt.keyBasis(), attempt.eventTimeMs());
  }

  /** The trace that shows an operation, 32 hex digits. */
  public static String of(Correlated.Closed closed) {
    return of(
        closed.operation().traceId(),
        closed.key(),
        closed.operation().keyBasis(),
        closed.operation().startedMs());
  }

  /**
   * A number that stands for the trace of an operation, far cheaper than its id: the same wherever
   * that is the same, and spread over all longs.
   */
  public static long spread(Correlated.Closed closed) {
    Operation operation = closed.operation();
    return HexIds.isTraceId(operation.traceId())
        ? mixed(operation.traceId(), 0)
        : mixed(closed.key(), hour(operation.keyBasis(), operation.startedMs()));
  }

  /** The finalizer of SplitMix64: neighbouring hashes end up far apart. */
  private static long mixed(String text, long hour) {
    long mixed = (((long) text.hashCode() << 32) ^ hour) + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * The id of a span, 16 hex digits.
   *
   * @param operationId the operation it belongs to
   * @param attempt the attempt's number, from 1 on; 0 for the operation itself
   */
  public static String span(String operationId, int attempt) {
    return digest("span", operationId, Integer.toString(attempt), SPAN_BYTES);
  }

  /**
   * A stitched key comes back whenever the same thing is sent, and no trace should last so long.
   */
  private static String of(String logged, String key, KeyBasis basis, long startMs) {
    if (HexIds.isTraceId(logged)) {
      return logged;
    }
    return digest("trace", key, Long.toString(hour(basis, startMs)), TRACE_BYTES);
  }

  private static long hour(KeyBasis basis, long startMs) {
    return basis == KeyBasis.STITCHED ? Math.floorDiv(startMs, HOUR_MS) : 0;
  }

  private static String digest(String kind, String key, String part, int bytes) {
    String text = kind + '\n' + part + '\n' + key;
    byte[] id = Arrays.copyOf(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), bytes);
    // All zeros means no id at all; the last bit costs nothing.
    id[bytes - 1] |= 1;
    return HexFormat.of().formatHex(id);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
