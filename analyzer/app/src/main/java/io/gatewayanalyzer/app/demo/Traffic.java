package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.Api;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * An endless, deterministic run of raw log records: operations of many callers at four gateways,
 * their retries, and what their scene puts in their way. Not thread safe.
 */
public final class Traffic {
  private static final List<Api> APIS =
      List.of(Api.CHAT_COMPLETIONS, Api.CHAT_COMPLETIONS, Api.RESPONSES, Api.MESSAGES);

  private static final int MICRO_USD = 6;

  private final List<SimulatedGateway> gateways = SimulatedGateway.all();
  private final LogWriter writer = new LogWriter();
  private final Scene scene;
  private final Dice dice;
  private final double meanGapMs;
  private final BigDecimal operationsPerSecond;
  private final PriorityQueue<Retry> retries =
      new PriorityQueue<>(Comparator.comparingLong(Retry::startMs).thenComparing(Retry::number));
  private long nextOperationMs;
  private long drawn;

  /** A try that a caller will make; {@code lasting} is the answer it meets, or null to draw one. */
  private record Retry(
      Call.Operation operation, int attempt, long startMs, long number, Answer lasting) {}

  /**
   * Traffic with every kind of failure from a seed.
   *
   * @param startMs when the first operation may start, epoch milliseconds
   * @param operationsPerSecond how many operations start in a second of event time, on average
   */
  public Traffic(long seed, long startMs, double operationsPerSecond) {
    this(Scene.mixed(), seed, startMs, operationsPerSecond);
  }

  /**
   * Traffic of a scene from a seed.
   *
   * @param startMs when the first operation may start, epoch milliseconds
   * @param operationsPerSecond how many operations start in a second of event time when the scene
   *     is busiest, on average
   */
  public Traffic(Scene scene, long seed, long startMs, double operationsPerSecond) {
    this.scene = scene;
    this.dice = new Dice(seed);
    this.nextOperationMs = startMs;
    this.meanGapMs = 1000 / operationsPerSecond;
    this.operationsPerSecond = BigDecimal.valueOf(operationsPerSecond);
  }

  /** The next record, in order of the attempts' start. */
  public LogLine next() {
    Retry due = retries.peek();
    if (due != null && due.startMs() <= nextOperationMs) {
      retries.poll();
      return attempt(due);
    }
    long startMs = nextOperationMs;
    nextOperationMs += dice.gapMs(meanGapMs / scene.load(nextOperationMs));
    return attempt(new Retry(operation(), 1, startMs, drawn++, null));
  }

  private Call.Operation operation() {
    SimulatedGateway gateway = dice.pick(gateways);
    return new Call.Operation(
        gateway,
        dice.hex(32),
        dice.pick(APIS),
        gateway.route(dice),
        dice.chance(0.45),
        dice.pick(scene.callers()),
        dice.hex(64));
  }

  private LogLine attempt(Retry turn) {
    Call call = new Call(turn.operation(), turn.attempt(), turn.startMs(), "req-" + dice.hex(16));
    Answer answer = answer(call, turn);
    Caller caller = turn.operation().caller();
    if (caller.retries(answer, turn.attempt())) {
      long againMs =
          turn.startMs() + answer.durationMs() + caller.waitMs(answer, turn.attempt(), dice);
      Answer lasting = answer.lasting() ? answer : null;
      retries.add(new Retry(turn.operation(), turn.attempt() + 1, againMs, drawn++, lasting));
    }
    byte[] line = writer.write(call, answer, answer.failed() ? null : balanceUsd(call));
    return new LogLine(
        turn.startMs(), dice.chance(scene.garbage()) ? Garbage.line(line, dice) : line);
  }

  private BigDecimal balanceUsd(Call call) {
    BigDecimal one = scene.balanceUsd(call);
    return one == null
        ? null
        : one.multiply(operationsPerSecond).setScale(MICRO_USD, RoundingMode.HALF_UP);
  }

  private Answer answer(Call call, Retry turn) {
    if (turn.lasting() != null) {
      return turn.lasting();
    }
    return scene.answer(call, dice);
  }
}
