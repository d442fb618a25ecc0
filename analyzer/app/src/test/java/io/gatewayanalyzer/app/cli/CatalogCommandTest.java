package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
  @Test
  void shouldListTheRulesOfOneSender() {
    // when
    Invocation run = Invocation.of("", "catalog", "list", "--sender", "A15T");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).matches("RULE +CATEGORY +RETRY +WHEN");
    assertThat(run.outLines().subList(1, run.outLines().size() - 1))
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(line).startsWith("a15t/"));
  }

  @Test
  void shouldListOneCategoryAsJson() {
    // when
    Invocation run =
        Invocation.of("", "catalog", "list", "--category", "insufficient_credits", "--json");

    // then
    assertThat(run.outLines())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).startsWith("{\"id\":").contains("\"insufficient_credits\""));
  }

  @Test
  void shouldFindNoMistakeInTheBuiltInRules() {
    // when
    Invocation run = Invocation.of("", "catalog", "lint");

    // then
    assertThat(run.out()).startsWith("no mistakes: ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void shouldNameFileAndLineOfAMistake(@TempDir Path directory) throws IOException {
    // given
    Path file = directory.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        sender: mine
        kind: gateway
        source: https://example.com/errors
        rules:
          - id: pace
            when:
              code: [too_fast]
            then:
              category: rate_limitd
        """);

    // when
    Invocation run = Invocation.of("", "catalog", "lint", directory.toString());

    // then
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.outLines())
        .anySatisfy(line -> assertThat(line).startsWith(file + ":9:").contains("rate_limited"));
    assertThat(run.errLines()).hasSize(1);
  }

  @Test
  void shouldLayADirectoryOverTheBuiltInRules(@TempDir Path directory) throws IOException {
    // given
    Files.writeString(
        directory.resolve("mine.yaml"),
        """
        sender: mine
        kind: gateway
        source: https://example.com/errors
        rules:
          - id: pace
            when:
              code: [too_fast]
            then:
              category: rate_limited
        """);
    String body = "{\"error\":{\"code\":\"too_fast\"}}";

    // when
    Invocation run =
        Invocation.of(
            body,
            "explain",
            "--status",
            "400",
            "--gateway",
            "mine",
            "--json",
            "--catalog",
            directory.toString());

    // then
    assertThat(run.out()).contains("\"rule\":\"mine/pace\"").contains("\"rate_limited\"");
  }
}
