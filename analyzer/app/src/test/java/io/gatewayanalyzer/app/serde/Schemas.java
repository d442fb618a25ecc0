package io.gatewayanalyzer.app.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The published schemas, for tests that hold real output against them. */
public final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path FOLDER = Path.of("..", "..", "docs", "schemas");
  private static final String BASE = "https://gatewayanalyzer.io/schemas/";
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers -> mappers.mapPrefix(BASE, FOLDER.toAbsolutePath().toUri().toString())));

  private Schemas() {}

  /** What is wrong with a document, in words; empty when it is valid. */
  public static Set<String> mistakes(String schema, byte[] json) throws IOException {
    JsonSchema loaded = FACTORY.getSchema(SchemaLocation.of(BASE + schema + ".schema.json"));
    return loaded.validate(MAPPER.readTree(json)).stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is wrong with a document, in words; empty when it is valid. */
  public static Set<String> mistakes(String schema, String json) throws IOException {
    return mistakes(schema, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The schema's own text. */
  public static JsonNode text(String schema) throws IOException {
    return MAPPER.readTree(Files.readAllBytes(FOLDER.resolve(schema + ".schema.json")));
  }

  /** The names of a document's fields. */
  public static Set<String> fields(byte[] json) throws IOException {
    return names(MAPPER.readTree(json));
  }

  /** The names a schema documents at top level. */
  public static Set<String> documented(String schema) throws IOException {
    return names(text(schema).get("properties"));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
