package io.gatewayanalyzer.core.correlate;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Objects;

/** One attempt of a state, as bytes; what it shares with the one before is not written again. */
final class AttemptSummaryCodec {
  private static final int FAILED = 1;
  private static final int SAME_TARGET = 1 << 1;
  private static final int SAME_CALLER = 1 << 2;
  private static final int SAME_PARENT = 1 << 3;
  private static final int SAME_STATUS = 1 << 4;
  private static final int RETRYABLE = 1 << 5;
  private static final int ADVISED = 1 << 6;
  // What follows needs a second byte of flags.
  private static final int STREAMED = 1 << 7;
  private static final int INPUT = 1 << 8;
  private static final int OUTPUT = 1 << 9;
  private static final int COST = 1 << 10;
  private static final int SERVED_AS_ASKED = 1 << 11;
  private static final int SERVED_AS_BEFORE = 1 << 12;

  /** What the status and the parent are held against when nothing came before. */
  private static final int FIRST_STATUS = 200;

  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();
  private static final FaultDomain[] DOMAINS = FaultDomain.values();
  private static final Phase[] PHASES = Phase.values();
  private static final StreamVerdict[] STREAM_VERDICTS = StreamVerdict.values();
  private static final Api[] APIS = Api.values();

  private AttemptSummaryCodec() {}

  /**
   * Writes one.
   *
   * @param before the attempt before it in order; null for the first
   */
  static void write(StateWriter out, AttemptSummary attempt, AttemptSummary before) {
    int flags = flags(attempt, before);
    out.count(flags);
    out.count(attempt.startMs() - (before == null ? 0 : before.startMs()));
    out.count(attempt.endMs() - attempt.startMs());
    out.text(attempt.requestId());
    if (lacks(flags, SAME_STATUS)) {
      out.count(attempt.httpStatus());
    }
    if (has(flags, FAILED)) {
      out.octet(attempt.category().ordinal());
      out.octet(place(attempt.faultDomain()) * (PHASES.length + 1) + place(attempt.phase()));
    }
    if (has(flags, STREAMED)) {
      out.octet(attempt.streamVerdict().ordinal());
    }
    if (has(flags, ADVISED)) {
      out.count(attempt.advisedWaitMs());
    }
    amounts(out, attempt, flags);
    target(out, attempt, flags);
    if (lacks(flags, SAME_CALLER)) {
      write(out, attempt.caller());
    }
    if (lacks(flags, SAME_PARENT)) {
      HexIds.write(out, attempt.parentSpan());
    }
  }

  private static void amounts(StateWriter out, AttemptSummary attempt, int flags) {
    if (has(flags, INPUT)) {
      out.count(attempt.inputTokens());
    }
    if (has(flags, OUTPUT)) {
      out.count(attempt.outputTokens());
    }
    if (has(flags, COST)) {
      out.real(attempt.costUsd());
    }
  }

  private static void target(StateWriter out, AttemptSummary attempt, int flags) {
    if (lacks(flags, SAME_TARGET)) {
      out.text(attempt.provider());
      out.text(attempt.model());
    }
    if (lacks(flags, SERVED_AS_ASKED | SERVED_AS_BEFORE)) {
      out.text(attempt.servedModel());
    }
  }

  /** Reads one; its turn must have come. */
  static AttemptSummary read(StateReader in, AttemptSummary before) {
    int flags = (int) in.count();
    long startMs = in.count() + (before == null ? 0 : before.startMs());
    long endMs = startMs + in.count();
    String requestId = in.text();
    int status = has(flags, SAME_STATUS) ? status(before) : (int) in.count();
    ErrorCategory category = has(flags, FAILED) ? CATEGORIES[in.octet()] : null;
    int blame = has(flags, FAILED) ? in.octet() : 0;
    StreamVerdict stream = has(flags, STREAMED) ? STREAM_VERDICTS[in.octet()] : null;
    long advisedMs = has(flags, ADVISED) ? in.count() : -1;
    long inputTokens = has(flags, INPUT) ? in.count() : -1;
    long outputTokens = has(flags, OUTPUT) ? in.count() : -1;
    double costUsd = has(flags, COST) ? in.real() : 0;
    String provider = has(flags, SAME_TARGET) ? before.provider() : in.text();
    String model = has(flags, SAME_TARGET) ? before.model() : in.text();
    return new AttemptSummary(
        requestId,
        startMs,
        endMs,
        status,
        category,
        word(DOMAINS, blame / (PHASES.length + 1)),
        word(PHASES, blame % (PHASES.length + 1)),
        stream,
        has(flags, RETRYABLE),
        advisedMs,
        provider,
        model,
        servedModel(in, flags, model, before),
        inputTokens,
        outputTokens,
        costUsd,
        has(flags, SAME_CALLER) ? before.caller() : caller(in),
        has(flags, SAME_PARENT) ? parent(before) : HexIds.read(in));
  }

  private static int flags(AttemptSummary attempt, AttemptSummary before) {
    return flag(!attempt.succeeded(), FAILED)
        | flag(attempt.retryable(), RETRYABLE)
        | flag(attempt.advisedWaitMs() >= 0, ADVISED)
        | flag(attempt.streamVerdict() != null, STREAMED)
        | flag(attempt.inputTokens() >= 0, INPUT)
        | flag(attempt.outputTokens() >= 0, OUTPUT)
        | flag(attempt.costUsd() != 0, COST)
        | flag(attempt.httpStatus() == status(before), SAME_STATUS)
        | flag(attempt.parentSpan() == parent(before), SAME_PARENT)
        | flag(before != null && identicalTarget(attempt, before), SAME_TARGET)
        | flag(before != null && attempt.caller().equals(before.caller()), SAME_CALLER)
        | served(attempt, before);
  }

  private static int served(AttemptSummary attempt, AttemptSummary before) {
    String served = attempt.servedModel();
    if (Objects.equals(served, before == null ? null : before.servedModel())) {
      return SERVED_AS_BEFORE;
    }
    return Objects.equals(served, attempt.model()) ? SERVED_AS_ASKED : 0;
  }

  private static String servedModel(
      StateReader in, int flags, String model, AttemptSummary before) {
    if (has(flags, SERVED_AS_BEFORE)) {
      return before == null ? null : before.servedModel();
    }
    return has(flags, SERVED_AS_ASKED) ? model : in.text();
  }

  private static boolean identicalTarget(AttemptSummary one, AttemptSummary other) {
    return Objects.equals(one.provider(), other.provider())
        && Objects.equals(one.model(), other.model());
  }

  private static int status(AttemptSummary before) {
    return before == null ? FIRST_STATUS : before.httpStatus();
  }

  private static long parent(AttemptSummary before) {
    return before == null ? 0 : before.parentSpan();
  }

  private static void write(StateWriter out, Caller caller) {
    out.text(caller.tenant());
    out.text(caller.apiKeyId());
    out.text(caller.client());
    out.text(caller.gateway());
    out.octet(place(caller.api()));
    HexIds.write(out, caller.traceId());
  }

  private static Caller caller(StateReader in) {
    String tenant = in.text();
    String apiKeyId = in.text();
    String client = in.text();
    String gateway = in.text();
    Api api = word(APIS, in.octet());
    return new Caller(tenant, apiKeyId, client, gateway, api, HexIds.readText(in));
  }

  private static int place(Enum<?> word) {
    return word == null ? 0 : word.ordinal() + 1;
  }

  private static <E> E word(E[] words, int place) {
    return place == 0 ? null : words[place - 1];
  }

  private static int flag(boolean set, int flag) {
    return set ? flag : 0;
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  private static boolean lacks(int flags, int any) {
    return (flags & any) == 0;
  }
}
