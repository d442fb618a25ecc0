package io.gatewayanalyzer.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Records to damage: the scenarios of the core, or the lines of log files. */
final class FuzzSeeds {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] SMALLEST =
      "{\"response\":{\"status\":200}}".getBytes(StandardCharsets.UTF_8);

  private FuzzSeeds() {}

  /**
   * Reads every {@code .yaml} scenario and every line of every {@code .ndjson} or {@code .jsonl}
   * file below a directory, in the order of their names.
   *
   * @param directory null for no seeds but the smallest record there is
   */
  static List<byte[]> read(Path directory) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(SMALLEST);
    if (directory != null) {
      for (Path file : files(directory)) {
        addFrom(file, seeds);
      }
    }
    return seeds;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void addFrom(Path file, List<byte[]> seeds) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".yaml")) {
      seeds.add(record(Files.readString(file)));
    } else if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .forEach(line -> seeds.add(line.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static byte[] record(String yaml) throws IOException {
    Object scenario = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Object given = scenario instanceof Map<?, ?> map ? map.get("given") : null;
    if (given instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(json)) {
      write(given, out);
    }
    return json.toByteArray();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(entry.getKey().toString());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(element, out);
      }
      out.writeEndArray();
    } else {
      out.writeObject(value);
    }
  }
}
