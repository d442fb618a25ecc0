package io.gatewayanalyzer.core.correlate;

import static io.gatewayanalyzer.core.correlate.TestAttempt.EPOCH_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
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
            "010fa00664e05d03840701021e3fe000000000000000036f700201e807ac0202611105"
                + "61636d650000026b0000020060dc0bac020262");
  }

  @Test
  void shouldRefuseAnotherVersion() {
    // Given
    byte[] bytes = {2, 0};

    // When
    ThrowingCallable reading = () -> OperationStateCodec.read(bytes);

    // Then
    assertThatThrownBy(reading)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("operation state of version 2; this program reads version 1");
  }

  @ParameterizedTest
  @CsvSource({"1, 168", "3, 236", "5, 304", "64, 2310"})
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
                Arbitraries.of(Api.class).injectNull(0.3))
            .as((one, other, api) -> new Caller(one, other, null, one, api, other));
    return Combinators.combine(
            texts(),
            Arbitraries.longs().between(0, AttemptSummary.LAST_TIME_MS),
            Arbitraries.longs().between(0, 100_000_000),
            Arbitraries.of(ErrorCategory.class).injectNull(0.4),
            Arbitraries.longs().greaterOrEqual(-1),
            texts().injectNull(0.5),
            Arbitraries.longs().greaterOrEqual(0),
            callers)
        .as(
            (id, startMs, tookMs, category, advisedMs, provider, tokens, caller) ->
                new AttemptSummary(
                    id,
                    startMs,
                    startMs + tookMs,
                    category,
                    category != null && tokens % 2 == 0,
                    advisedMs,
                    provider,
                    provider == null ? id : null,
                    tokens,
                    tokens / 7.0,
                    caller));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(40);
  }

  private static AttemptSummary plain(String id, long startMs, ErrorCategory category) {
    Caller caller = new Caller(null, "k", null, null, Api.RESPONSES, null);
    return new AttemptSummary(
        id, startMs, startMs + 300, category, false, -1, "acme", null, 0, 0, caller);
  }

  private static AttemptSummary summary(int number) {
    return new AttemptSummary(
        "req-0f8fad5b-d9cb-" + (1_000 + number),
        EPOCH_MS + number * 4_000L,
        EPOCH_MS + number * 4_000L + 1_840,
        ErrorCategory.RATE_LIMITED,
        true,
        20_000,
        "openai",
        "gpt-5-mini",
        812,
        0,
        new Caller(
            "acme",
            "key_7",
            "openai-python/2.8.0",
            "anannas",
            Api.CHAT_COMPLETIONS,
            "4bf92f3577b34da6a3ce929d0e0e4736"));
  }
}
