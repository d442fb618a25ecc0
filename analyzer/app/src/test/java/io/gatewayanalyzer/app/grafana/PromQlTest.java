package io.gatewayanalyzer.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.grafana.PromQl.Selector;
import org.junit.jupiter.api.Test;

class PromQlTest {
  @Test
  void shouldFindWhatIsReadAndWhatItIsGroupedBy() {
    // Given
    String expr =
        "sum by (gateway, le) (rate(some_bucket{gateway=~\"$gateway\", le!~\"0(\\\\.0)?\"}[5m]))"
            + " / on (gateway) group_left () (level:other:rate5m > 0) or vector(0)"
            + " and up offset 5m == bool 1";

    // When
    PromQl read = PromQl.of(expr);

    // Then
    assertThat(read.selectors())
        .extracting(Selector::name)
        .containsExactly("some_bucket", "level:other:rate5m", "up");
    assertThat(read.selectors().get(0).text())
        .isEqualTo("some_bucket{gateway=~\"$gateway\", le!~\"0(\\\\.0)?\"}");
    assertThat(read.ranges()).containsExactly("5m");
    assertThat(read.groupings()).containsExactly("gateway", "le");
  }

  @Test
  void shouldFindTheLabelsThatAreMade() {
    // Given
    String expr =
        "label_replace(a, \"of\", \"x\", \"\", \"\") or label_replace(b{c=\"d\"}, \"by\", \"y\", \"\", \"\")";

    // When
    PromQl read = PromQl.of(expr);

    // Then
    assertThat(read.made()).containsExactlyInAnyOrder("by", "of");
    assertThat(read.selectors()).extracting(Selector::name).containsExactly("a", "b");
  }
}
