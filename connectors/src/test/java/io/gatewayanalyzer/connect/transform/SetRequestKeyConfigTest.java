package io.gatewayanalyzer.connect.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetRequestKeyConfigTest {
  @Test
  void shouldHaveADefaultForEverything() {
    // when
    SetRequestKeyConfig config = SetRequestKeyConfig.of(Map.of());
    // then
    assertThat(config).isEqualTo(new SetRequestKeyConfig("request_id", 1_048_576));
  }

  @Test
  void shouldTakeEveryProperty() {
    // given
    Map<String, String> properties = Map.of("field", "id", "max.bytes", "4096");
    // when
    SetRequestKeyConfig config = SetRequestKeyConfig.of(properties);
    // then
    assertThat(config).isEqualTo(new SetRequestKeyConfig("id", 4096));
  }

  @ParameterizedTest
  @CsvSource({"field, ''", "max.bytes, 0", "max.bytes, many"})
  void shouldRefuseAndNameTheProperty(String property, String value) {
    // given
    Map<String, String> properties = Map.of(property, value);
    // when
    assertThatThrownBy(() -> SetRequestKeyConfig.of(properties))
        // then
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(property);
  }
}
