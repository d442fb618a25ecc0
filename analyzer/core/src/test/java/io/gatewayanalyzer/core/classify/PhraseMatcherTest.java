package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseMatcherTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "too long|Prompt is TOO   long: 9|true",
        "too long|too  short, long|false",
        "balance * too low|Your balance of $3 is too low|true",
        "balance * too low|too low a balance|false",
        "balance * too low|balance too low|true",
        "a * b * c|a c b c|true",
        "rpm|60 RPM|true",
        "' rpm'|rpm exceeded|true",
        "' rpm '|the rpms|false",
        "余额不足|账户余额不足，请充值|true",
        "限流|已限流|true",
        "can't be found|the model can’t be found|true",
        "x|no such letter|false",
      })
  void shouldFindAPhrase(String phrase, String message, boolean found) {
    // Given
    PhraseMatcher matcher = new PhraseMatcher(List.of(Phrase.of(phrase)));
    PhraseMatcher.Hits hits = new PhraseMatcher.Hits(matcher);

    // When
    matcher.match(message, hits);

    // Then
    assertThat(hits.has(0)).isEqualTo(found);
  }

  @Test
  void shouldReadOnlyTheStartOfAMessage() {
    // Given
    PhraseMatcher matcher = new PhraseMatcher(List.of(Phrase.of("needle")));
    PhraseMatcher.Hits hits = new PhraseMatcher.Hits(matcher);

    // When
    matcher.match("x".repeat(PhraseMatcher.TEXT_MAX) + "needle", hits);

    // Then
    assertThat(hits.count()).isZero();
  }

  @Property
  void shouldFindExactlyThePhrasesThatAPlainSearchFinds(
      @ForAll("phrases") List<String> phrases, @ForAll("texts") String text) {
    // Given
    PhraseMatcher matcher =
        new PhraseMatcher(phrases.stream().map(Phrase::of).collect(Collectors.toList()));
    PhraseMatcher.Hits hits = new PhraseMatcher.Hits(matcher);
    matcher.match("ab abba cab", hits);

    // When
    matcher.match(text, hits);

    // Then
    String folded = (" " + text + " ").replaceAll(" +", " ");
    List<Boolean> expected = new ArrayList<>();
    List<Boolean> found = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      expected.add(folded.contains(phrases.get(i).replaceAll(" +", " ")));
      found.add(hits.has(i));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<String>> phrases() {
    return texts().filter(text -> !text.isBlank()).list().uniqueElements().ofMaxSize(20);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abc ").ofMaxLength(12);
  }
}
