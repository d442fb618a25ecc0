package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInCatalogTest {
  @Test
  void shouldListEveryFileInTheIndex() throws IOException, URISyntaxException {
    // Given
    Path folder = Path.of(Catalog.class.getResource("/catalog/index.txt").toURI()).getParent();

    // When
    List<String> indexed = List.copyOf(CatalogFiles.builtIn().texts().keySet());

    // Then
    try (Stream<Path> files = Files.list(folder)) {
      List<String> present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .collect(Collectors.toList());
      assertThat(indexed).containsExactlyElementsOf(present);
    }
  }

  @Test
  void shouldHoldNoMistake() {
    // When
    List<CatalogProblem> problems = Catalog.lintBuiltIn();

    // Then
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldNameEachFileAfterItsSender() {
    // When
    List<Sender> senders = Catalog.builtIn().senders();

    // Then
    assertThat(senders)
        .allSatisfy(sender -> assertThat(sender.file()).isEqualTo(sender.id() + ".yaml"));
  }

  @Test
  void shouldLetEveryRuleWinForTheEvidenceItAsksFor() {
    // Given
    Catalog catalog = Catalog.builtIn();
    Classifier classifier = new Classifier(catalog);
    List<String> beaten = new ArrayList<>();

    // When
    for (Rule rule : catalog.rules()) {
      String winner = RuleEvidence.bestWinner(rule, classifier);
      if (!winner.equals(rule.id())) {
        beaten.add(rule.file() + ':' + rule.line() + ": " + rule.id() + " loses to " + winner);
      }
    }

    // Then
    assertThat(beaten).isEmpty();
  }

  @Test
  void shouldReadTheCompiledFormAsTheYamlItWasWrittenFrom() {
    // Given
    CatalogFiles files = CatalogFiles.builtIn();
    FlatCatalog fromYaml = CatalogCompiler.compile(files, new ArrayList<>());

    // When
    FlatCatalog compiled = CatalogFiles.compiled();

    // Then
    assertThat(compiled).isEqualTo(fromYaml);
    assertThat(FlatCatalog.read(fromYaml.write())).isEqualTo(fromYaml);
  }
}
