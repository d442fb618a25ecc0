package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.classify.Rule;
import io.prometheus.client.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedNamesTest {
  private final Counter folded = Counter.build("any", "any").create();
  private final AllowedNames names = new AllowedNames(List.of(), 2, folded.labels());

  @Test
  void shouldHaveOneLabelForNamesThatAreShownAlike() {
    // when
    Label one = names.of("a\u0001", true);
    Label two = names.of("a\u0002", true);

    // then
    assertThat(one).isSameAs(two);
    assertThat(one.text()).isEqualTo("a_");
  }

  @Test
  void shouldGiveNoPlaceToWordsOfOurOwn() {
    // given
    List<Label> ours = List.of(names.of("unknown", true), names.of("other", true));

    // when
    List<Label> theirs = List.of(names.of("a", true), names.of("b", true), names.of("c", true));

    // then
    assertThat(ours).containsExactly(Label.UNKNOWN, Label.OTHER);
    assertThat(theirs).extracting(Label::text).containsExactly("a", "b", "other");
    assertThat(folded.get()).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheIdsOfRulesAlone() {
    // given
    AllowedNames rules = new AllowedNames(List.of(), 10_000, folded.labels());
    List<String> ids = Catalog.builtIn().rules().stream().map(Rule::id).toList();

    // when
    List<String> shown = ids.stream().map(id -> rules.of(id, true).text()).toList();

    // then
    assertThat(shown).isEqualTo(ids);
  }
}
