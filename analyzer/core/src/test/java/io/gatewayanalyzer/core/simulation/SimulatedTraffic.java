package io.gatewayanalyzer.core.simulation;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/**
 * Attempts of many callers over some hours, in the order in which gateways log them: as they end.
 */
final class SimulatedTraffic {
  private static final double STREAMED = 0.45;
  private static final long LOGGED_AFTER_MS = 80;

  private final Chance chance;
  private final long startMs;
  private final long endMs;
  private final double perSecond;
  private final DoubleUnaryOperator load;
  private final List<Staged> incidents;
  private final PriorityQueue<Call> calls =
      new PriorityQueue<>(Comparator.comparingLong(Call::startMs).thenComparing(Call::operationId));
  private final PriorityQueue<Attempt> logged =
      new PriorityQueue<>(
          Comparator.comparingLong(Attempt::ingestTimeMs).thenComparing(Attempt::requestId));
  private long operations;

  /**
   * Traffic from a seed.
   *
   * @param perSecond operations that start in a second at most
   * @param load the share of that at a time of day, from 0 to 1; hours in
   */
  SimulatedTraffic(
      long seed,
      long startMs,
      long lengthMs,
      double perSecond,
      DoubleUnaryOperator load,
      List<Staged> incidents) {
    this.chance = new Chance(seed);
    this.startMs = startMs;
    this.endMs = startMs + lengthMs;
    this.perSecond = perSecond;
    this.load = load;
    this.incidents = incidents;
  }

  void run(Consumer<Attempt> out) {
    double nextMs = startMs;
    while (nextMs < endMs || !calls.isEmpty()) {
      if (nextMs < endMs && (calls.isEmpty() || nextMs <= calls.peek().startMs())) {
        double hour = (nextMs - startMs) / 3_600_000.0;
        if (chance.happens(load.applyAsDouble(hour))) {
          calls.add(wanted((long) nextMs));
        }
        nextMs += chance.gapMs(perSecond);
        continue;
      }
      Call call = calls.poll();
      flush(call.startMs(), out);
      logged.add(attempt(call));
    }
    flush(Long.MAX_VALUE, out);
  }

  private void flush(long untilMs, Consumer<Attempt> out) {
    while (!logged.isEmpty() && logged.peek().ingestTimeMs() <= untilMs) {
      out.accept(logged.poll());
    }
  }

  private Call wanted(long atMs) {
    Caller caller = chance.pick(Caller.ALL, Caller::weight);
    Route route = chance.pick(Route.ALL, Route::weight);
    String id = String.format("op-%08d", operations++);
    return new Call(id, caller, route, chance.happens(STREAMED), 1, atMs);
  }

  private Attempt attempt(Call call) {
    Failure failure = failure(call);
    long tookMs = failure == null ? healthyMs(call) : failure.tookMs() + chance.between(0, 200);
    if (failure != null && call.caller().retries(failure, call.number())) {
      long waitMs = call.caller().waitMs(failure, call.number(), chance);
      calls.add(call.again(call.startMs() + tookMs + waitMs));
    }
    return attempt(call, failure, tookMs);
  }

  private long healthyMs(Call call) {
    return call.streamed() ? chance.between(800, 9_000) : chance.between(250, 3_000);
  }

  private Failure failure(Call call) {
    for (Staged incident : incidents) {
      if (incident.hits(call, chance)) {
        return incident.failure();
      }
    }
    return Calm.failure(call, chance);
  }

  private Attempt attempt(Call call, Failure failure, long tookMs) {
    Route route = call.route();
    Caller caller = call.caller();
    boolean streamed = call.streamed() && (failure == null || failure.status() < 400);
    return new Attempt(
        call.operationId() + "-" + call.number(),
        call.operationId(),
        KeyBasis.OPERATION_ID,
        call.startMs(),
        call.startMs() + tookMs + LOGGED_AFTER_MS,
        tookMs,
        new Origin(
            route.gateway(),
            Api.CHAT_COMPLETIONS,
            route.provider(),
            route.model(),
            null,
            caller.tenant(),
            caller.apiKeyId(),
            caller.client(),
            "simulation"),
        failure == null ? 200 : failure.status(),
        streamed,
        streamed ? streamVerdict(failure) : null,
        ChunkLoss.NONE,
        failure == null ? null : failure.verdict(),
        failure == null ? null : failure.message(),
        "simulation",
        800,
        failure == null ? 200 : 0,
        failure == null ? 0.002 : 0,
        Double.NaN,
        chance.hex(32),
        null,
        null);
  }

  private static StreamVerdict streamVerdict(Failure failure) {
    return failure == null ? StreamVerdict.COMPLETED : failure.streamVerdict();
  }
}
