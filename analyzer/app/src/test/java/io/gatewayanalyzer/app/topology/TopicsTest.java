package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void shouldBeWhatTheDocumentSays() throws IOException {
    // Given
    List<String> document = Files.readAllLines(Path.of("..", "..", "docs", "topics.md"));

    // When
    List<String> code =
        Topics.of(AnalyzerConfig.defaults()).all().stream().map(Topic::toMarkdown).toList();

    // Then
    assertThat(document.stream().filter(line -> line.startsWith("| `llmgw.")))
        .containsExactlyElementsOf(code);
  }

  @Test
  void shouldTakeOnWhatTheTopicBeforeTook() {
    // Given
    int brokersDefaultRequestLimit = 104_857_600;

    // When
    Topics topics = Topics.of(AnalyzerConfig.defaults());

    // Then
    assertThat(topics.rawRequests().maxMessageBytes()).isGreaterThan(100_000_000);
    assertThat(topics.unknown().maxMessageBytes())
        .isGreaterThan(topics.rawRequests().maxMessageBytes())
        .isEqualTo(topics.deadLetters().maxMessageBytes())
        .isLessThan(brokersDefaultRequestLimit);
  }
}
