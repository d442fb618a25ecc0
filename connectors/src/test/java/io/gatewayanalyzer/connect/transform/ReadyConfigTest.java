package io.gatewayanalyzer.connect.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configurations we hand out name what exists. */
class ReadyConfigTest {
  private static final String PREFIX = "transforms.key.";

  @Test
  void shouldNameTheTransformAndOnlyItsProperties() throws IOException {
    // when
    Map<String, String> config = read(new File("config/raw-streams-from-file.json"));
    // then
    assertThat(config).containsEntry(PREFIX + "type", SetRequestKey.class.getName());
    assertThat(config.keySet())
        .filteredOn(key -> key.startsWith(PREFIX) && !key.equals(PREFIX + "type"))
        .allSatisfy(key -> assertThat(known(key)).isTrue());
  }

  private static boolean known(String key) {
    return SetRequestKeyConfig.DEFINITION.names().contains(key.substring(PREFIX.length()));
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
