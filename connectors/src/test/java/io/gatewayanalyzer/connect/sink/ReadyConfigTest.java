package io.gatewayanalyzer.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration we hand out names what exists. */
class ReadyConfigTest {
  @Test
  void shouldNameTheConnectorAndTwoAlertmanagers() throws IOException {
    // given
    Map<String, String> config = read(new File("config/alertmanager-sink.json"));
    // when
    DeliverySettings settings = AlertmanagerSinkConfig.of(config);
    // then
    assertThat(settings.targets()).hasSize(2);
    assertThat(config)
        .containsEntry("connector.class", AlertmanagerSinkConnector.class.getName())
        .containsEntry("consumer.override.isolation.level", "read_committed")
        .containsEntry("errors.tolerance", "all");
  }

  private static Map<String, String> read(File file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(file)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          texts.put(json.currentName(), json.getText());
        }
      }
    }
    return texts;
  }
}
