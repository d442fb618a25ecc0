package io.gatewayanalyzer.core.correlate;

import static io.gatewayanalyzer.core.correlate.TestAttempt.EPOCH_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.StreamVerdict;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationStateCodecTest {
  @Property(tries = 500)
  void shouldReadBackWhatItWrote(@ForAll("states") OperationState state) {
    // when
    OperationState read = OperationStateCodec.read(OperationStateCodec.write(state));
    // then
    assertThat(read).isEqualTo(state);
  }

  @Test
  void shouldStayReadableForTheNextRelease() {
    // Given
    OperationState state =
        new OperationState(
            "op",
            KeyBasis.OPERATION_ID,
            List.of(plain("a", 1_000, ErrorCategory.UNKNOWN), plain("b", 2_500, null)),
            new Folded(3, 900, new Tally(1, 2, 30, 0.5)),
            12_000,
            new Marker(800, 900));

    // When
    byte[] bytes = OperationStateCodec.write(state);

    // Then
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "020fa00664e05d03840701021e3fe000000000000000036f70029905e807ac0202611116"
                + "02030561636d6500036d3100026b000002008e24dc0bac0202620003");
  }

  @Test
  void shouldRefuseAnotherVersion() {
    // Given
    byte[] bytes = {1, 0};

    // When
    ThrowingCallable reading = () -> OperationStateCodec.read(bytes);

    // Then
    assertThatThrownBy(reading)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("operation state of version 1; this program reads version 2");
  }

  @ParameterizedTest
  @CsvSource({"1, 166", "3, 258", "5, 350", "64, 3064"})
  void shouldBeSmall(int attempts, int most) {
    // Given
    List<AttemptSummary> summaries = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      summaries.add(summary(i));
    }
    OperationState state =
        new OperationState(
            "s-6b86b273ff34fce19d6b804eff5a3f57",
            KeyBasis.STITCHED,
            summaries,
            Folded.NONE,
            0,
            null);

    // When
    byte[] bytes = OperationStateCodec.write(state);

    // Then
    assertThat(bytes.length).isLessThanOrEqualTo(most);
  }

  @Test
  void shouldKeepLittleOfAClosedOperation() {
    // Given
    OperationState state = OperationState.closed(new Marker(EPOCH_MS, EPOCH_MS + 10 * 60 * 1_000L));

    // When
    byte[] bytes = OperationStateCodec.write(state);

    // Then
    assertThat(bytes.length).isLessThanOrEqualTo(11);
  }

  @Provide
  Arbitrary<OperationState> states() {
    Arbitrary<Folded> folded =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000_000),
                Arbitraries.longs().between(0, AttemptSummary.LAST_TIME_MS),
                Arbitraries.integers().between(-5, 1_000),
                Arbitraries.longs())
            .as(OperationStateCodecTest::folded);
    Arbitrary<Marker> marker =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Marker::new);
    return Combinators.combine(
            texts(),
            Arbitraries.of(KeyBasis.class),
            summaries().list().ofMaxSize(10),
            folded,
            Arbitraries.longs().greaterOrEqual(0),
            marker.injectNull(0.3))
        .as(OperationStateCodecTest::state);
  }

  private static OperationState state(
      String key,
      KeyBasis basis,
      List<AttemptSummary> attempts,
      Folded folded,
      long lagMs,
      Marker marker) {
    boolean open = !attempts.isEmpty();
    List<AttemptSummary> sorted = attempts.stream().sorted(AttemptSummary.ORDER).toList();
    return new OperationState(
        open ? key : null, open ? basis : null, sorted, folded, lagMs, marker);
  }

  private static Folded folded(int attempts, long patientMs, int count, long tokens) {
    return attempts == 0
        ? Folded.NONE
        : new Folded(attempts, patientMs, new Tally(count, -count, tokens, count / 3.0));
  }

  private static Arbitrary<AttemptSummary> summaries() {
    Arbitrary<Caller> callers =
        Combinators.combine(
                texts().injectNull(0.5),
                texts().injectNull(0.5),
                Arbitraries.of(Api.class).injectNull(0.3),
                traceIds())
            .as((one, other, api, trace) -> new Caller(one, other, null, one, api, trace));
    Arbitrary<Ending> endings =
        Combinators.combine(
                Arbitraries.of(ErrorCategory.class).injectNull(0.4),
                Arbitraries.of(FaultDomain.class),
                Arbitraries.of(Phase.class),
                Arbitraries.of(StreamVerdict.class).injectNull(0.4),
                Arbitraries.of(0, 200, 429, 503, 999))
            .as(Ending::new);
    return Combinators.combine(
            texts(),
            Arbitraries.longs().between(0, AttemptSummary.LAST_TIME_MS),
            endings,
            Arbitraries.longs().greaterOrEqual(-1),
            texts().injectNull(0.5),
            Arbitraries.longs().greaterOrEqual(-1),
            callers,
            Arbitraries.of(0L, 1L, -2L, 67_667_974_448_284_343L))
        .as(OperationStateCodecTest::summary);
  }

  private record Ending(
      ErrorCategory category, FaultDomain domain, Phase phase, StreamVerdict stream, int status) {}

  private static AttemptSummary summary(
      String id,
      long startMs,
      Ending ending,
      long number,
      String provider,
      long tokens,
      Caller caller,
      long parentSpan) {
    boolean failed = ending.category() != null;
    String model = provider == null ? id : null;
    return new AttemptSummary(
        id,
        startMs,
        startMs + (number & 0xff_ffff),
        ending.status(),
        ending.category(),
        failed ? ending.domain() : null,
        failed ? ending.phase() : null,
        ending.stream(),
        failed && tokens % 2 == 0,
        number,
        provider,
        model,
        tokens % 3 == 0 ? model : tokens % 3 == 1 ? null : "served",
        tokens,
        number,
        tokens < 0 ? 0 : tokens / 7.0,
        caller,
        parentSpan);
  }

  /** Nearly all are hex; nothing promises it. */
  private static Arbitrary<String> traceIds() {
    Arbitrary<String> hex =
        Arbitraries.strings().withCharRange('0', '9').withCharRange('a', 'f').ofLength(32);
    return Arbitraries.oneOf(hex, texts()).injectNull(0.3);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(40);
  }

  private static AttemptSummary plain(String id, long startMs, ErrorCategory category) {
    Caller caller = new Caller(null, "k", null, null, Api.RESPONSES, null);
    boolean failed = category != null;
    return new AttemptSummary(
        id,
        startMs,
        startMs + 300,
        failed ? 200 : 0,
        category,
        failed ? FaultDomain.GATEWAY : null,
        failed ? Phase.IN_BODY : null,
        failed ? StreamVerdict.TRUNCATED : null,
        false,
        -1,
        "acme",
        null,
        "m1",
        -1,
        3,
        0,
        caller,
        0);
  }

  /** Most of what can be said, and nothing of it twice but for who calls whom. */
  private static AttemptSummary summary(int number) {
    long parentSpan = 0x00f067aa0ba902b7L;
    return new AttemptSummary(
        "req-0f8fad5b-d9cb-" + (1_000 + number),
        EPOCH_MS + number * 4_000L,
        EPOCH_MS + number * 4_000L + 1_840,
        429,
        ErrorCategory.RATE_LIMITED,
        FaultDomain.ACCOUNT,
        Phase.BEFORE_RESPONSE,
        StreamVerdict.FAILED_IN_BAND,
        true,
        20_000,
        "openai",
        "gpt-5-mini",
        null,
        812,
        0,
        0,
        new Caller(
            "acme",
            "key_7",
            "openai-python/2.8.0",
            "anannas",
            Api.CHAT_COMPLETIONS,
            "4bf92f3577b34da6a3ce929d0e0e4736"),
        parentSpan + number);
  }
}
