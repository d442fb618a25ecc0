package io.gatewayanalyzer.app.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.observe.metrics.Family.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {
  @Test
  void shouldBeThePageInTheDocumentation() throws IOException {
    // given
    String page = Files.readString(Path.of("..", "..", "docs", "metrics.md"));

    // when
    String rendered = CatalogueText.markdown();

    // then
    assertThat(page)
        .as("regenerate it: bin/gateway-analyzer metrics > docs/metrics.md")
        .isEqualTo(rendered);
  }

  @Test
  void shouldSayWhatEachLabelMayBe() {
    // given
    Set<String> used =
        MetricCatalogue.all().stream()
            .flatMap(family -> family.labels().stream())
            .collect(Collectors.toSet());

    // when
    Set<String> described = LabelText.all().keySet();

    // then
    assertThat(described).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void shouldKeepToTheConventionsOfNames() {
    // when
    assertThat(MetricCatalogue.all())
        // then
        .allSatisfy(
            family -> {
              assertThat(family.name()).matches("llmgw_[a-z_]+");
              assertThat(family.name().endsWith("_total")).isEqualTo(family.kind() == Kind.COUNTER);
              assertThat(family.stem()).endsWith(family.unit());
              assertThat(family.help()).endsWith(".");
              assertThat(family.buckets().isEmpty()).isEqualTo(family.kind() != Kind.HISTOGRAM);
            })
        .extracting(Family::name)
        .doesNotHaveDuplicates();
  }
}
