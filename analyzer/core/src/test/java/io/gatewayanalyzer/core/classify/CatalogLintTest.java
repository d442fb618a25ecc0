package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogLintTest {
  private static final String HEAD =
      "sender: acme\nkind: gateway\nsource: https://acme.invalid\nrules:\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, when: {code: [x]}, then: {category: rate_limit}}"
            + "|then.category: unknown value 'rate_limit'; accepted: authentication, cancelled,",
        "{id: a, when: {kode: [x]}, then: {category: cancelled}}"
            + "|when: unknown key 'kode'; accepted: api, code,",
        "{id: a, whem: {code: [x]}, then: {category: cancelled}}"
            + "|rule: unknown key 'whem'; accepted: generic, id, then, when",
        "{id: a, when: {code: [x]}, then: {retryable: true}}|then: category is missing; accepted: ",
        "{id: a, when: {code: [x]}, then: {category: cancelled, retryable: yes}}"
            + "|then.retryable: unknown value 'yes'; accepted: false, true",
        "{id: a, when: {}, then: {category: cancelled}}|when: must ask for something",
        "{id: a, when: {code: []}, then: {category: cancelled}}"
            + "|when.code: must name at least one value",
        "{id: a, when: {code: [x, X]}, then: {category: cancelled}}"
            + "|when.code: 'X' is given twice",
        "{id: A b, when: {code: [x]}, then: {category: cancelled}}"
            + "|rule id: 'A b' must be lower-case words joined by '-'",
        "{when: {code: [x]}, then: {category: cancelled}}|rule id: missing",
        "{id: a, when: {status: [4x]}, then: {category: cancelled}}"
            + "|when.status: unknown value '4x'; accepted: a status such as 429,",
        "{id: a, when: {phase: [before]}, then: {category: cancelled}}"
            + "|when.phase: unknown value 'before'; accepted: before_response,",
        "{id: a, when: {message: ['*']}, then: {category: cancelled}}"
            + "|says nothing; it must hold at least a word",
        "{id: a, when: {code: [429]}, then: {category: cancelled}}|ask for status: 429",
        "{id: a, when: {status: 429}, then: {category: cancelled}, generic: true}"
            + "|generic: the rule asks for no word that could be a catch-all",
        "{id: a, when: {code: [x]}, then: {category: cancelled, limit_source: gateway}}"
            + "|limit_source and limit_dimension are only for category rate_limited",
        "{id: a, when: {code: [x]}, then: {category: cancelled, credit_scope: key}}"
            + "|then.credit_scope: only for category insufficient_credits",
        "{id: a, when: {code: [x]}, then: {category: cancelled, retryable: true,"
            + " retry_advice: top_up}}|retry_advice top_up contradicts retryable true",
      })
  void shouldSayWhatIsWrongWithARule(String rule, String mistake) {
    // Given
    String text = HEAD + "  - " + rule + "\n";

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .first()
        .satisfies(problem -> assertThat(problem).startsWith("acme.yaml:5: ").contains(mistake));
  }

  @Test
  void shouldFindADuplicateId() {
    // Given
    String text = HEAD + rule("a", "code: [x]") + rule("a", "code: [y]");

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .containsExactly("acme.yaml:6: acme/a: rule id 'acme/a' is already used on line 5");
  }

  @Test
  void shouldFindTheSameConditionTwice() {
    // Given
    String text = HEAD + rule("a", "code: [x]") + rule("b", "code: [X]");

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .containsExactly("acme.yaml:6: acme/b: duplicate: the same condition as acme/a on line 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: [x, y]|code: [x]",
        "name: [x]|type: [x]",
        "message: [too long]|message: ['far too long']",
        "message: ['a thing * b']|message: ['a thing * and * b']",
        "status: [4xx]|status: [404, 410-412]",
        "code: [x], status: [4xx]|code: [x], status: 404",
      })
  void shouldFindARuleThatCanNeverWin(String winner, String loser) {
    // Given
    String text = HEAD + rule("winner", winner) + rule("loser", loser);

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .containsExactly(
            "acme.yaml:6: acme/loser: unreachable: always beaten by acme/winner on line 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: [x]|code: [x, y]",
        "name: [x]|code: [x]",
        "message: ['far too long']|message: [too long]",
        "code: [x], status: 404|code: [x]",
        "type: [x]|type: [x], message: [phrase]",
        "status: [404]|status: [4xx]",
      })
  void shouldAcceptARuleThatCanStillWin(String first, String second) {
    // Given
    String text = HEAD + rule("first", first) + rule("second", second);

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldWantASource() {
    // Given
    String text = "sender: acme\nkind: gateway\nrules:\n" + rule("a", "code: [x]");

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems)
        .containsExactly("acme.yaml: source: missing; name where this is documented");
  }

  @Test
  void shouldTellWhereTheYamlBreaks() {
    // Given
    String text = HEAD + "  - {id: a, when: {code: [x}\n";

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems).singleElement().asString().startsWith("acme.yaml:5: not YAML: ");
  }

  @Test
  void shouldFindAKeyGivenTwice() {
    // Given
    String text = HEAD + rule("a", "code: [x], code: [y]");

    // When
    List<String> problems = problems(text);

    // Then
    assertThat(problems).containsExactly("acme.yaml:5: when: key 'code' is given twice");
  }

  @Test
  void shouldFindANameThatTwoSendersClaim() {
    // Given
    String acme = HEAD + rule("a", "code: [x]");
    String other = acme.replace("acme\n", "other\naliases: [ACME]\n");

    // When
    List<String> problems = problems(Map.of("acme.yaml", acme, "other.yaml", other));

    // Then
    assertThat(problems).singleElement().asString().contains("already belongs to");
  }

  private static String rule(String id, String when) {
    return "  - {id: " + id + ", when: {" + when + "}, then: {category: cancelled}}\n";
  }

  private static List<String> problems(String text) {
    return problems(Map.of("acme.yaml", text));
  }

  private static List<String> problems(Map<String, String> texts) {
    CatalogException thrown = catchThrowableOfType(CatalogException.class, () -> Catalog.of(texts));
    return thrown == null
        ? List.of()
        : thrown.problems().stream().map(CatalogProblem::toString).collect(Collectors.toList());
  }
}
