package io.gatewayanalyzer.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.ErrorCategory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  private static final Words<ErrorCategory> WORDS = Words.of(ErrorCategory.class);

  @ParameterizedTest
  @EnumSource(ErrorCategory.class)
  void shouldFindEveryWordWhereverItStands(ErrorCategory category) {
    for (String after : new String[] {"", "\"", "........."}) {
      byte[] bytes = ("ab" + category.wire() + after).getBytes(UTF_8);
      assertThat(WORDS.find(bytes, 2, 2 + category.wire().length())).isEqualTo(category);
    }
  }

  @Property
  void shouldFindNothingElse(@ForAll String text) {
    byte[] bytes = text.getBytes(UTF_8);
    ErrorCategory found = WORDS.find(bytes, 0, bytes.length);
    assertThat(found == null ? null : found.wire()).isIn(null, text);
  }

  @Test
  void shouldTellLongWordsApartInTheirMiddle() {
    byte[] bytes = "context_lengXh_exceeded".getBytes(UTF_8);
    assertThat(WORDS.find(bytes, 0, bytes.length)).isNull();
  }
}
