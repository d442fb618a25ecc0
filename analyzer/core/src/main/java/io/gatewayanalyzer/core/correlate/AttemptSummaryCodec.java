package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Objects;

/** One attempt of a state, as bytes; what it shares with the one before is not written again. */
final class AttemptSummaryCodec {
  private static final int FAILED = 1;
  private static final int RETRYABLE = 1 << 1;
  private static final int ADVISED = 1 << 2;
  private static final int TOKENS = 1 << 3;
  private static final int COST = 1 << 4;
  private static final int SAME_TARGET = 1 << 5;
  private static final int SAME_CALLER = 1 << 6;

  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();
  private static final Api[] APIS = Api.values();

  private AttemptSummaryCodec() {}

  /**
   * Writes one.
   *
   * @param before the attempt before it in order; null for the first
   */
  static void write(StateWriter out, AttemptSummary attempt, AttemptSummary before) {
    int flags = flags(attempt, before);
    out.octet(flags);
    out.count(attempt.startMs() - (before == null ? 0 : before.startMs()));
    out.count(attempt.endMs() - attempt.startMs());
    out.text(attempt.requestId());
    if ((flags & FAILED) != 0) {
      out.octet(attempt.category().ordinal());
    }
    if ((flags & ADVISED) != 0) {
      out.count(attempt.advisedWaitMs());
    }
    if ((flags & TOKENS) != 0) {
      out.count(attempt.tokens());
    }
    if ((flags & COST) != 0) {
      out.real(attempt.costUsd());
    }
    if ((flags & SAME_TARGET) == 0) {
      out.text(attempt.provider());
      out.text(attempt.model());
    }
    if ((flags & SAME_CALLER) == 0) {
      write(out, attempt.caller());
    }
  }

  /** Reads one; its turn must have come. */
  static AttemptSummary read(StateReader in, AttemptSummary before) {
    int flags = in.octet();
    long startMs = in.count() + (before == null ? 0 : before.startMs());
    long endMs = startMs + in.count();
    String requestId = in.text();
    ErrorCategory category = (flags & FAILED) == 0 ? null : CATEGORIES[in.octet()];
    long advisedMs = (flags & ADVISED) == 0 ? -1 : in.count();
    long tokens = (flags & TOKENS) == 0 ? 0 : in.count();
    double costUsd = (flags & COST) == 0 ? 0 : in.real();
    boolean sameTarget = (flags & SAME_TARGET) != 0;
    String provider = sameTarget ? before.provider() : in.text();
    String model = sameTarget ? before.model() : in.text();
    return new AttemptSummary(
        requestId,
        startMs,
        endMs,
        category,
        (flags & RETRYABLE) != 0,
        advisedMs,
        provider,
        model,
        tokens,
        costUsd,
        (flags & SAME_CALLER) != 0 ? before.caller() : caller(in));
  }

  private static int flags(AttemptSummary attempt, AttemptSummary before) {
    return (attempt.succeeded() ? 0 : FAILED)
        | (attempt.retryable() ? RETRYABLE : 0)
        | (attempt.advisedWaitMs() < 0 ? 0 : ADVISED)
        | (attempt.tokens() == 0 ? 0 : TOKENS)
        | (attempt.costUsd() == 0 ? 0 : COST)
        | (before != null && identicalTarget(attempt, before) ? SAME_TARGET : 0)
        | (before != null && attempt.caller().equals(before.caller()) ? SAME_CALLER : 0);
  }

  private static boolean identicalTarget(AttemptSummary one, AttemptSummary other) {
    return Objects.equals(one.provider(), other.provider())
        && Objects.equals(one.model(), other.model());
  }

  private static void write(StateWriter out, Caller caller) {
    out.text(caller.tenant());
    out.text(caller.apiKeyId());
    out.text(caller.client());
    out.text(caller.gateway());
    out.octet(caller.api() == null ? 0 : caller.api().ordinal() + 1);
    out.text(caller.traceId());
  }

  private static Caller caller(StateReader in) {
    String tenant = in.text();
    String apiKeyId = in.text();
    String client = in.text();
    String gateway = in.text();
    int api = in.octet();
    return new Caller(
        tenant, apiKeyId, client, gateway, api == 0 ? null : APIS[api - 1], in.text());
  }
}
