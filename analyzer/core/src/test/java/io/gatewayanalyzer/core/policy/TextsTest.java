package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.ScopeLabels;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void shouldNameWhoeverTheLogNames() {
    // When
    List<String> said =
        List.of(
            Texts.tenant(ScopeLabels.of("anannas", "account", "tenant", "acme")),
            Texts.tenant(ScopeLabels.of(null, "account", "tenant", null)),
            Texts.provider(ScopeLabels.of("anannas", "provider", "provider", "openai")),
            Texts.provider(ScopeLabels.of("anannas", "provider")));

    // Then
    assertThat(said)
        .containsExactly(
            "acme at anannas",
            "an account at a gateway without a name",
            "openai behind anannas",
            "the provider behind anannas");
  }
}
