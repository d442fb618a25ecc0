package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  @TempDir Path folder;

  @Test
  void shouldNameItsVersionByItsContent() {
    // When
    String version = Catalog.builtIn().version();

    // Then
    assertThat(version).matches("2026\\.11-[0-9a-f]{8}");
  }

  @Test
  void shouldLayAUsersRuleOverTheBuiltInOneOfTheSameId() throws IOException {
    // Given
    write(
        "mine.yaml",
        "sender: status",
        "kind: status",
        "rules:",
        "  - id: not-implemented",
        "    when: {status: [501]}",
        "    then: {category: gateway_error}");

    // When
    Catalog catalog = Catalog.load(folder);

    // Then
    Verdict verdict = new Classifier(catalog).classify(Evidences.status(501).get());
    assertThat(verdict.category()).isEqualTo(ErrorCategory.GATEWAY_ERROR);
    assertThat(catalog.version()).startsWith(Catalog.builtIn().version() + '+');
    assertThat(catalog.rules()).hasSameSizeAs(Catalog.builtIn().rules());
    assertThat(catalog.sender("status").sources()).isNotEmpty();
  }

  @Test
  void shouldLetAUsersRuleWinATieWithABuiltInOne() throws IOException {
    // Given
    write(
        "mine.yaml",
        "sender: status",
        "kind: status",
        "rules:",
        "  - id: our-501",
        "    when: {status: 501}",
        "    then: {category: cancelled}");

    // When
    Catalog catalog = Catalog.load(folder);

    // Then
    Verdict verdict = new Classifier(catalog).classify(Evidences.status(501).get());
    assertThat(verdict.rule()).isEqualTo("status/our-501");
  }

  @Test
  void shouldAddAUsersOwnGateway() throws IOException {
    // Given
    write(
        "in-house.yaml",
        "sender: in-house",
        "kind: gateway",
        "source: https://wiki.invalid/llm",
        "rules:",
        "  - id: paused",
        "    when: {code: [tenant_paused]}",
        "    then: {category: permission_denied}");

    // When
    Catalog catalog = Catalog.load(folder);

    // Then
    Evidence evidence = Evidences.status(429).gateway("in_house").code("tenant_paused").get();
    assertThat(new Classifier(catalog).classify(evidence).rule()).isEqualTo("in-house/paused");
  }

  @Test
  void shouldRefuseADirectoryThatIsNotThere() {
    // Given
    Path missing = folder.resolve("missing");

    // When
    assertThatThrownBy(() -> Catalog.load(missing))

        // Then
        .isInstanceOf(CatalogException.class)
        .hasMessage(missing + ": no such directory");
  }

  @Test
  void shouldRefuseToTurnABuiltInSenderIntoAnotherKind() throws IOException {
    // Given
    write(
        "mine.yaml",
        "sender: status",
        "kind: gateway",
        "rules:",
        "  - id: x",
        "    when: {code: [xyz]}",
        "    then: {category: cancelled}");

    // When
    assertThatThrownBy(() -> Catalog.load(folder))

        // Then
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("kind: sender 'status' is built in as status; accepted: status");
  }

  @Test
  void shouldRefuseTwoFilesOfOneSender() throws IOException {
    // Given
    String[] lines = {
      "sender: twin",
      "kind: gateway",
      "source: https://twin.invalid",
      "rules:",
      "  - id: x",
      "    when: {code: [xyz]}",
      "    then: {category: cancelled}"
    };
    write("a.yaml", lines);
    write("b.yaml", lines);

    // When
    assertThatThrownBy(() -> Catalog.load(folder))

        // Then
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("b.yaml: sender 'twin' is also ");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
