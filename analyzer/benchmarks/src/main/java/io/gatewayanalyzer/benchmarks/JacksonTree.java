package io.gatewayanalyzer.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything as trees: the record, and what its payload holds. */
record JacksonTree(ObjectMapper mapper) {
  List<JsonNode> read(byte[] bytes) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    JsonNode record = mapper.readTree(bytes);
    trees.add(record);
    JsonNode response = record.path("response");
    if (response.path("body").isTextual()) {
      trees.add(mapper.readTree(response.path("body").textValue()));
    }
    if (response.path("stream").isTextual()) {
      for (String line : response.path("stream").textValue().split("\n")) {
        if (line.startsWith("data: {")) {
          trees.add(mapper.readTree(line.substring(6)));
        }
      }
    }
    return trees;
  }
}
