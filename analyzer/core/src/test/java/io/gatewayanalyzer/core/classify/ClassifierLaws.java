package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClassifierLaws {
  private static final Classifier CLASSIFIER = new Classifier(Catalog.builtIn());

  @Property
  void shouldAlwaysReachAVerdict(@ForAll("evidence") Evidence evidence) {
    // When
    Verdict verdict = CLASSIFIER.classify(evidence);

    // Then
    assertThat(verdict.category()).isNotNull();
    assertThat(verdict.faultDomain()).isNotNull();
    assertThat(verdict.rule()).isNotEmpty();
    assertThat(Conclusion.invites(verdict.retryAdvice())).isEqualTo(verdict.retryable());
    assertThat(verdict.advisedWaitMs()).isGreaterThanOrEqualTo(-1);
    assertThat(verdict.fingerprint()).matches("[0-9a-f]{16}");
  }

  @Property
  void shouldAlwaysReachTheSameVerdictForTheSameEvidence(
      @ForAll("evidence") Evidence evidence, @ForAll("evidence") Evidence other) {
    // Given
    Verdict first = CLASSIFIER.classify(evidence);
    CLASSIFIER.classify(other);

    // When
    Explanation again = CLASSIFIER.explain(evidence);

    // Then
    assertThat(again.verdict()).isEqualTo(first);
  }

  @Property(tries = 30)
  void shouldNotDependOnTheOrderOfTheFiles(
      @ForAll("evidence") Evidence evidence, @ForAll @IntRange(max = 1000) int seed) {
    // Given
    Map<String, String> texts = TestCatalogs.smallTexts();
    List<String> names = new ArrayList<>(texts.keySet());
    Collections.shuffle(names, new Random(seed));
    Map<String, String> shuffled = new LinkedHashMap<>();
    names.forEach(name -> shuffled.put(name, texts.get(name)));

    // When
    Verdict verdict = new Classifier(Catalog.of(shuffled)).classify(evidence);

    // Then
    assertThat(verdict).isEqualTo(new Classifier(Catalog.of(texts)).classify(evidence));
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    Arbitrary<String> senders = words("acme", "zenith", "openrouter", "anthropic");
    Arbitrary<ErrorFacts> chain =
        Combinators.combine(facts(), facts().injectNull(0.5)).as(ErrorFacts::withInner);
    return Combinators.combine(
            senders,
            senders,
            Arbitraries.of(Api.class).injectNull(0.2),
            Arbitraries.integers().between(-1, 1000).injectDuplicates(0.3),
            Arbitraries.of(Phase.class),
            Arbitraries.of(Ended.class),
            headers(),
            chain)
        .as(
            (gateway, provider, api, status, phase, ended, headers, error) ->
                new Evidence(gateway, provider, api, status, phase, ended, headers::get, error, 0));
  }

  private static Arbitrary<ErrorFacts> facts() {
    Arbitrary<String> machineWords =
        words("no_credit", "busy", "upstream_error", "rate_limit_exceeded", "429", "SAFETY");
    Arbitrary<String> prose = words("prompt is too long", "try again in 2s", "window of 8 tokens");
    return Combinators.combine(
            Arbitraries.of(Shape.class),
            machineWords,
            machineWords,
            prose,
            machineWords.injectNull(0).filter(word -> word != null).list().ofMaxSize(3),
            Arbitraries.of(0, 0, 200, 429, 503, -7),
            Arbitraries.of(Boolean.TRUE, Boolean.FALSE).injectNull(0.8),
            words("gateway", "upstream_provider_shared_pool", "in_flight"))
        .as(
            (shape, type, code, message, names, status, retryable, limit) ->
                new ErrorFacts(
                    shape, type, code, null, message, names, status, retryable, -1, limit, limit,
                    null, null, null));
  }

  private static Arbitrary<Map<String, String>> headers() {
    return Arbitraries.maps(
            Arbitraries.of("retry-after", "x-should-retry", "server", "rate_limit_type"),
            Arbitraries.oneOf(Arbitraries.of("3", "true", "acme-box"), Arbitraries.strings()))
        .ofMaxSize(3);
  }

  private static Arbitrary<String> words(String... known) {
    return Arbitraries.oneOf(
            Arbitraries.of(known), Arbitraries.of(known), Arbitraries.strings().ofMaxLength(40))
        .injectNull(0.2);
  }
}
