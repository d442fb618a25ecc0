package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.pack.UnreadableStateException;
import org.junit.jupiter.api.Test;

class CausesTest {
  @Test
  void shouldSayWhichStateCannotBeRead() {
    // Given
    Throwable thrown =
        new IllegalStateException(
            "a record", UnreadableStateException.version("operation state", 1, 2));

    // When
    String names = Causes.names(thrown);

    // Then
    assertThat(names)
        .isEqualTo(
            "java.lang.IllegalStateException <"
                + " io.gatewayanalyzer.core.pack.UnreadableStateException: operation state of"
                + " version 1; this program reads version 2");
  }

  @Test
  void shouldNotSayWhatMayQuoteARecord() {
    // Given
    Throwable thrown = new IllegalArgumentException("a secret", new RuntimeException("a payload"));

    // When
    String names = Causes.names(thrown);

    // Then
    assertThat(names).isEqualTo("java.lang.IllegalArgumentException < java.lang.RuntimeException");
  }
}
