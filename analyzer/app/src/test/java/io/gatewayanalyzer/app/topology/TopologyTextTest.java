package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.core.alert.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTextTest {

  @Test
  void shouldBeTheFrozenDescription() throws IOException {
    // Given
    String frozen = Files.readString(Path.of("..", "..", "docs", "topology.txt"));

    // When
    String described =
        AnalyzerTopology.build(
                AnalyzerConfig.defaults(),
                "any",
                StatusJudge::new,
                new Policies(List.of()),
                LineHooks.endless())
            .describe()
            .toString();

    // Then
    assertThat(described).isEqualTo(frozen).doesNotContain("KSTREAM-", "KTABLE-");
  }
}
