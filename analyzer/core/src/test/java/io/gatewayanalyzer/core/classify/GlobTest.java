package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "Box*, box/2, true",
    "*box, my-BOX, true",
    "a*b*c, axxbyyc, true",
    "a*b*c, acb, false",
    "ab*ba, aba, false",
    "box, box/2, false",
  })
  void shouldMatchAHeader(String pattern, String value, boolean matches) {
    // Given
    Glob glob = new Glob(pattern);

    // When
    boolean matched = glob.matches(value);

    // Then
    assertThat(matched).isEqualTo(matches);
  }
}
