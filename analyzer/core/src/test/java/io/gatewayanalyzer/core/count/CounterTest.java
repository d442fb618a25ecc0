package io.gatewayanalyzer.core.count;

import static io.gatewayanalyzer.core.count.Happening.EPOCH_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterTest {
  private final Counter counter = new Counter();

  @Test
  void shouldCountAHealthyAttempt() {
    // given
    Happening healthy = Happening.ok("a", 0, 100).costing(0.0123456);

    // when
    counter.add(healthy.attempt());

    // then
    Cells cells = new Cells().take(counter);
    assertThat(sums(cells.only()))
        .isEqualTo(Map.of("attempts", 1L, "healthy", 1L, "cost", 12_346L));
    assertThat(cells.only().samples()).isEmpty();
    assertThat(cells.place())
        .isEqualTo(new Place("gate", "acme", "m1", Api.CHAT_COMPLETIONS, "t", "k1", "c/1", null));
  }

  @ParameterizedTest
  @CsvSource({
    "9999, 0, 20000, 0",
    "9999, 1, 20000, 10000",
    "5000, -1, 20000, 0",
    "0, 60000, 20000, 20000",
    "30000, 0, 20000, 20000"
  })
  void shouldCountAtTheEndButNotAfterTheLog(
      long startMs, long tookMs, long loggedMs, long bucketMs) {
    // given
    Happening attempt = Happening.ok("a", startMs, tookMs).loggedAt(loggedMs);

    // when
    counter.add(attempt.attempt());

    // then
    assertThat(new Cells().take(counter).bucketMs()).isEqualTo(EPOCH_MS + bucketMs);
  }

  @Test
  void shouldKeepAFailureAsSample() {
    // given
    Happening failed = Happening.ok("a", 0, 100).failing(ErrorCategory.TIMEOUT);

    // when
    counter.add(failed.attempt());

    // then
    assertThat(new Cells().take(counter).only().samples())
        .containsExactly(
            new Sample(
                EPOCH_MS + 100,
                ErrorCategory.TIMEOUT,
                "a",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "what was said",
                "test/rule",
                7_000));
  }

  @Test
  void shouldKeepTheLatestBalance() {
    // given
    counter.add(Happening.ok("a", 0, 100).leaving(5.5).attempt());
    counter.add(Happening.ok("b", 300, 100).leaving(4.5).attempt());

    // when
    counter.add(Happening.ok("c", 200, 100).leaving(5).attempt());

    // then
    assertThat(new Cells().take(counter).only().balance())
        .isEqualTo(new Balance(4.5, EPOCH_MS + 400));
  }

  @ParameterizedTest
  @CsvSource({
    "PROVIDER_ERROR, 1",
    "PROVIDER_OVERLOADED, 1",
    "RATE_LIMITED, 0",
    "GATEWAY_ERROR, 0",
    "INVALID_REQUEST, 0"
  })
  void shouldSayWhichFailuresAreTheProvidersFault(ErrorCategory category, long faults) {
    // given
    Happening failed = Happening.ok("a", 0, 100).failing(category);

    // when
    counter.add(failed.attempt());

    // then
    Counts counts = new Cells().take(counter).only();
    assertThat(counts.get(Measure.PROVIDER_FAULTS)).isEqualTo(faults);
    assertThat(counts.get(Measure.attemptsOf(category))).isEqualTo(1);
    assertThat(counts.get(Measure.HEALTHY)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "GATEWAY, limited_by_gateway",
    "PROVIDER, limited_by_provider",
    "UNKNOWN, limited_by_unknown",
    ", limited_by_unknown"
  })
  void shouldSayWhoseLimitItWas(LimitSource source, String measure) {
    // given
    Happening failed =
        Happening.ok("a", 0, 100)
            .failing(ErrorCategory.RATE_LIMITED, source, null, Basis.DECLARED, true);

    // when
    counter.add(failed.attempt());

    // then
    assertThat(sums(new Cells().take(counter).only()))
        .isEqualTo(Map.of("attempts", 1L, "rate_limited", 1L, measure, 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT, DECLARED, credit_account",
    "ACCOUNT, INFERRED, credit_account",
    "UNKNOWN, DECLARED, credit_account",
    ", DECLARED, credit_account",
    "KEY, DECLARED, credit_key",
    "PROVIDER_ACCOUNT, DECLARED, credit_provider_account",
    "IN_FLIGHT, DECLARED, credit_unconfirmed",
    "ACCOUNT, STATUS_ONLY, credit_unconfirmed",
    "UNKNOWN, STATUS_ONLY, credit_unconfirmed"
  })
  void shouldSayWhatIsOutOfCredit(CreditScope scope, Basis basis, String measure) {
    // given
    Happening failed =
        Happening.ok("a", 0, 100)
            .failing(ErrorCategory.INSUFFICIENT_CREDITS, null, scope, basis, true);

    // when
    counter.add(failed.attempt());

    // then
    assertThat(sums(new Cells().take(counter).only()))
        .isEqualTo(Map.of("attempts", 1L, "insufficient_credits", 1L, measure, 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, , , 1, 0",
    "FAILED_IN_BAND, MID_STREAM, PROVIDER_ERROR, 1, 1",
    "TRUNCATED, TRUNCATED, STREAM_INTERRUPTED, 1, 1",
    "CLIENT_CLOSED, TRUNCATED, CANCELLED, 1, 0",
    "FAILED_IN_BAND, IN_BODY, PROVIDER_ERROR, 1, 0"
  })
  void shouldCountStreamsAndTheBrokenOnes(
      StreamVerdict ending, Phase phase, ErrorCategory category, long streams, long broken) {
    // given
    Happening streamed = Happening.ok("a", 0, 100).streaming(ending, phase, category);

    // when
    counter.add(streamed.attempt());

    // then
    Counts counts = new Cells().take(counter).only();
    assertThat(counts.get(Measure.STREAMS)).isEqualTo(streams);
    assertThat(counts.get(Measure.STREAMS_BROKEN)).isEqualTo(broken);
  }

  @Test
  void shouldCallAStreamUnderAnErrorStatusNoStream() {
    // given
    Happening refused =
        Happening.ok("a", 0, 100)
            .streaming(StreamVerdict.TRUNCATED, Phase.TRUNCATED, ErrorCategory.PROVIDER_ERROR);

    // when
    counter.add(refused.with(503, StreamVerdict.TRUNCATED, refused.verdict()).attempt());

    // then
    Counts counts = new Cells().take(counter).only();
    assertThat(counts.get(Measure.STREAMS)).isZero();
    assertThat(counts.get(Measure.STREAMS_BROKEN)).isZero();
  }

  @Test
  void shouldCountWhatNoRuleExplainsByItsShape() {
    // given
    Happening strange =
        Happening.ok("a", 0, 100)
            .failing(ErrorCategory.UNKNOWN, null, null, Basis.STATUS_ONLY, false);

    // when
    counter.add(strange.attempt());

    // then
    Cells cells = new Cells().take(counter);
    assertThat(cells.place().fingerprint()).isEqualTo("00000000deadbeef");
    assertThat(sums(cells.only()))
        .isEqualTo(
            Map.of("attempts", 1L, "unknown", 1L, "unrecognized", 1L, "unknown_payloads", 1L));
  }

  @Test
  void shouldCountARecordThatCannotBeRead() {
    // when
    counter.addUndecodable("00000000cafecafe", "raw-0@7", EPOCH_MS + 12_345);

    // then
    Cells cells = new Cells().take(counter);
    assertThat(cells.bucketMs()).isEqualTo(EPOCH_MS + 10_000);
    assertThat(cells.place())
        .isEqualTo(new Place(null, null, null, null, null, null, null, "00000000cafecafe"));
    assertThat(sums(cells.only())).isEqualTo(Map.of("undecodable", 1L));
    assertThat(cells.only().samples())
        .containsExactly(new Sample(EPOCH_MS + 12_345, null, "raw-0@7", null, null, null, -1));
  }

  @Test
  void shouldCountAnOperationWhenItIsKnownToBeOver() {
    // given
    Operation exhausted = operation(Outcome.EXHAUSTED, 4, 2);

    // when
    counter.add(exhausted, EPOCH_MS + 130_000);

    // then
    Cells cells = new Cells().take(counter);
    assertThat(cells.bucketMs()).isEqualTo(EPOCH_MS + 130_000);
    assertThat(cells.place())
        .isEqualTo(new Place("gate", "b", "m2", Api.MESSAGES, "t", "k1", "c/1", null));
    assertThat(sums(cells.only()))
        .isEqualTo(
            Map.of(
                "operations", 1L,
                "operation_attempts", 4L,
                "blind_retries", 2L,
                "operations_timeout", 1L));
    assertThat(cells.only().samples())
        .containsExactly(
            new Sample(EPOCH_MS + 500, ErrorCategory.TIMEOUT, "r4", "trace", null, null, -1));
  }

  @Test
  void shouldCountAnOperationThatSucceeded() {
    // when
    counter.add(operation(Outcome.FIRST_TRY, 1, 0), EPOCH_MS);

    // then
    Counts counts = new Cells().take(counter).only();
    assertThat(sums(counts))
        .isEqualTo(Map.of("operations", 1L, "operations_succeeded", 1L, "operation_attempts", 1L));
    assertThat(counts.samples()).isEmpty();
  }

  @Test
  void shouldGiveInTheOrderOfTimeAndKeepNothing() {
    // given
    for (long startMs : new long[] {45_000, 5_000, 25_000, 5_100}) {
      counter.add(Happening.ok("r" + startMs, startMs, 0).attempt());
    }
    int held = counter.size();

    // when
    List<Long> times = new ArrayList<>();
    counter.takeAll((bucketMs, place, counts) -> times.add(bucketMs - EPOCH_MS));

    // then
    assertThat(held).isEqualTo(3);
    assertThat(times).containsExactly(0L, 20_000L, 40_000L);
    assertThat(counter.size()).isZero();
    assertThat(new Cells().take(counter).byBucket()).isEmpty();
  }

  private static Operation operation(Outcome outcome, int attempts, int blindRetries) {
    boolean failed = !outcome.succeeded();
    return new Operation(
        "op",
        KeyBasis.OPERATION_ID,
        EPOCH_MS,
        EPOCH_MS + 500,
        outcome,
        attempts,
        1,
        blindRetries,
        failed ? ErrorCategory.TIMEOUT : null,
        failed ? List.of(ErrorCategory.UNKNOWN, ErrorCategory.TIMEOUT) : List.of(),
        List.of("a", "b"),
        List.of("m1", "m2"),
        "t",
        "k1",
        "c/1",
        "gate",
        Api.MESSAGES,
        List.of(),
        0,
        0,
        "trace",
        List.of("r1", "r4"));
  }

  private static Map<String, Long> sums(Counts counts) {
    Map<String, Long> sums = new TreeMap<>();
    NAMES.forEach(
        (name, measure) -> {
          if (counts.get(measure) != 0) {
            sums.put(name, counts.get(measure));
          }
        });
    return sums;
  }

  private static final Map<String, Measure> NAMES = names();

  private static Map<String, Measure> names() {
    Map<String, Measure> names = new TreeMap<>();
    names.put("attempts", Measure.ATTEMPTS);
    names.put("healthy", Measure.HEALTHY);
    names.put("unrecognized", Measure.UNRECOGNIZED);
    names.put("limited_by_gateway", Measure.LIMITED_BY_GATEWAY);
    names.put("limited_by_provider", Measure.LIMITED_BY_PROVIDER);
    names.put("limited_by_unknown", Measure.LIMITED_BY_UNKNOWN);
    names.put("credit_account", Measure.CREDIT_ACCOUNT);
    names.put("credit_key", Measure.CREDIT_KEY);
    names.put("credit_provider_account", Measure.CREDIT_PROVIDER_ACCOUNT);
    names.put("credit_unconfirmed", Measure.CREDIT_UNCONFIRMED);
    names.put("cost", Measure.COST_MICRO_USD);
    names.put("operations", Measure.OPERATIONS);
    names.put("operations_succeeded", Measure.OPERATIONS_SUCCEEDED);
    names.put("operation_attempts", Measure.OPERATION_ATTEMPTS);
    names.put("blind_retries", Measure.BLIND_RETRIES);
    names.put("undecodable", Measure.UNDECODABLE);
    names.put("unknown_payloads", Measure.UNKNOWN_PAYLOADS);
    for (ErrorCategory category : ErrorCategory.values()) {
      names.put(category.wire(), Measure.attemptsOf(category));
      names.put("operations_" + category.wire(), Measure.operationsOf(category));
    }
    return names;
  }
}
