package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.judge.Judged;
import io.gatewayanalyzer.core.scenarios.JsonText;
import io.gatewayanalyzer.core.scenarios.ScenarioFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decoding and judging are total, and every record gives exactly one answer. */
class JudgeLaws {
  private static final long NOW = 1_793_534_400_000L;
  private static final int DEEP = 100_000;
  private static final List<byte[]> SEEDS = ScenarioFiles.records();

  private final Decoder decoder = new Decoder();
  private final Judge judge = new Judge(Catalog.builtIn());

  @Property
  void shouldAnswerForAnyBytes(@ForAll byte[] record) {
    assertAnswer(record);
  }

  @Property
  void shouldAnswerForAnyBodyAndStream(@ForAll String body, @ForAll("payloads") String payload) {
    assertAnswer(record(Map.of("status", 200, "body", body, "stream", payload)));
    assertAnswer(record(Map.of("status", 400, "body", payload)));
  }

  @Property
  void shouldAnswerForDamagedRecords(@ForAll("seeds") byte[] seed, @ForAll long damage) {
    assertAnswer(Mutation.damage(seed, damage));
  }

  @Property
  void shouldAnswerForDamagedPayloadsInSoundRecords(
      @ForAll("seeds") byte[] seed, @ForAll long damage) {
    String payload = new String(Mutation.damage(seed, damage), StandardCharsets.UTF_8);
    assertAnswer(record(Map.of("status", 500, "body", payload)));
    assertAnswer(record(Map.of("status", 200, "stream", "data: " + payload + "\n\n")));
  }

  @Example
  void shouldAnswerHoweverDeepTheNesting() {
    for (String brackets : List.of("[", "{\"error\":", "{\"message\":[", "{\"metadata\":")) {
      String deep = brackets.repeat(DEEP);
      assertAnswer(deep.getBytes(StandardCharsets.UTF_8));
      assertAnswer(("{\"response\":" + deep).getBytes(StandardCharsets.UTF_8));
      assertAnswer(("{\"response\":{\"body\":" + deep).getBytes(StandardCharsets.UTF_8));
      assertAnswer(record(Map.of("status", 500, "body", deep)));
      assertAnswer(record(Map.of("status", 200, "stream", "data: " + deep + "\n\n")));
    }
    String closed = "[".repeat(DEEP) + "]".repeat(DEEP);
    assertAnswer(
        ("{\"response\":{\"status\":500,\"body\":{\"error\":" + closed + "}}}")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A record about an error must fit into a topic, whatever its sender calls a type. */
  @Example
  void shouldBoundWhatLeaves() {
    // given
    String endless = "word ".repeat(DEEP);
    Map<String, String> error =
        Map.of("type", endless, "code", endless, "param", endless, "message", endless);
    byte[] record = record(Map.of("status", 500, "body", Map.of("error", error, "detail", error)));
    // when
    Judged judged = (Judged) answer(decoder, judge, record);
    // then
    assertThat(judged.error().toString()).hasSizeLessThan(10_000);
  }

  /** A decoder that has just read something else gives the same answer as a new one. */
  @Property
  void shouldForgetTheRecordBefore(
      @ForAll("seeds") byte[] before, @ForAll("seeds") byte[] seed, @ForAll long damage) {
    // given
    Object expected = answer(new Decoder(), new Judge(Catalog.builtIn()), seed);
    answer(decoder, judge, Mutation.damage(before, damage));
    // when
    Object actual = answer(decoder, judge, seed);
    // then
    assertThat(actual).isEqualTo(expected);
  }

  private static Object answer(Decoder decoder, Judge judge, byte[] record) {
    Decoded decoded = decoder.decode(record);
    return decoded instanceof RawRequest request ? judge.judge(request, null, NOW) : decoded;
  }

  private void assertAnswer(byte[] record) {
    Object answer = answer(decoder, judge, record);
    if (answer instanceof Undecodable undecodable) {
      assertThat(undecodable.reason()).isNotEmpty();
      return;
    }
    Judged judged = (Judged) answer;
    Attempt attempt = judged.attempt();
    assertThat(attempt.requestId()).isNotEmpty();
    assertThat(attempt.operationId()).isNotEmpty();
    assertThat(attempt.keyBasis()).isNotNull();
    assertThat(judged.error() == null).isEqualTo(attempt.healthy());
    if (!attempt.healthy()) {
      assertWhole(attempt.verdict());
    }
  }

  private static void assertWhole(Verdict verdict) {
    assertThat(verdict.category()).isNotNull();
    assertThat(verdict.faultDomain()).isNotNull();
    assertThat(verdict.phase()).isNotNull();
    assertThat(verdict.retryAdvice()).isNotNull();
    assertThat(verdict.basis()).isNotNull();
    assertThat(verdict.rule()).contains("/");
    assertThat(verdict.fingerprint()).matches("[0-9a-f]{16}");
  }

  private static byte[] record(Map<String, ?> response) {
    return JsonText.of(Map.of("response", response)).getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<byte[]> seeds() {
    return Arbitraries.of(SEEDS);
  }

  @Provide
  Arbitrary<String> payloads() {
    Arbitrary<String> words =
        Arbitraries.of(
            "data: ",
            "event: error",
            "error: ",
            "{",
            "}",
            "[",
            "]",
            "\"error\":",
            "\"message\":",
            "\"code\":",
            "\"type\":\"error\"",
            ",",
            ":",
            "null",
            "429",
            "\"",
            "\\",
            "\n",
            "\r",
            "\n\n",
            "[DONE]",
            "<html>",
            "<title>",
            "choices",
            "\"finish_reason\":\"error\"",
            "litellm.RateLimitError: ",
            "Error code: 500 - ",
            "try again in ",
            "1s",
            "\uD83D",
            "漢");
    return words.list().ofMaxSize(40).map(list -> String.join("", list));
  }
}
