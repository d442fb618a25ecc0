package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.judge.Judged;
import io.gatewayanalyzer.core.scenarios.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No secret that stands in a payload leaves in the record about its error. */
class SecrecyLaws {
  private final Decoder decoder = new Decoder();
  private final Judge judge = new Judge(Catalog.builtIn());

  @Property
  void shouldKeepSecretsIn(
      @ForAll("secrets") String secret,
      @ForAll("words") String before,
      @ForAll("words") String after) {
    for (Map<String, ?> response : responses(before + " " + secret + " " + after)) {
      // given
      String record = JsonText.of(Map.of("response", response));
      RawRequest request = (RawRequest) decoder.decode(record.getBytes(StandardCharsets.UTF_8));
      // when
      Judged judged = judge.judge(request, null, 0);
      // then
      assertThat(judged.error().toString()).doesNotContain(secret);
    }
  }

  private static List<Map<String, ?>> responses(String text) {
    Map<String, ?> error = Map.of("message", text, "type", text, "code", text, "param", text);
    Map<String, ?> wrapped =
        Map.of("message", "broke", "metadata", Map.of("raw", JsonText.of(Map.of("error", error))));
    return List.of(
        Map.of("status", 500, "body", text),
        Map.of("status", 500, "body", Map.of("error", text)),
        Map.of("status", 400, "body", Map.of("error", error)),
        Map.of("status", 400, "body", Map.of("error", wrapped)),
        Map.of("status", 422, "body", Map.of("detail", text, "context", Map.of("note", text))),
        Map.of("status", 502, "body", "<html><title>" + text + "</title></html>"),
        Map.of("status", 200, "stream", "event: error\ndata: " + text + "\n\n"),
        Map.of("status", 200, "stream", "gone: " + text + "\n"));
  }

  /** Invented, in the forms that senders use for real ones. */
  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> tail = letters(32);
    return Arbitraries.oneOf(
        tail.map(text -> "sk-" + text),
        tail.map(text -> "sk-proj-" + text),
        tail.map(text -> "sk-ant-api03-" + text),
        tail.map(text -> "sk-or-v1-" + text),
        tail.map(text -> "gsk_" + text),
        letters(35).map(text -> "AIza" + text),
        tail.map(text -> "hf_" + text));
  }

  /** Random letters around a digit: what has none is a word, not a key. */
  private static Arbitrary<String> letters(int length) {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .numeric()
        .ofLength(length - 1)
        .map(text -> text.substring(0, length / 2) + '7' + text.substring(length / 2));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "", "key", "Incorrect API key provided:", "Bearer", "x=1,", "无效的令牌", "\"");
  }
}
