package io.gatewayanalyzer.core.classify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small catalog of invented senders that the engine is tested with. */
final class TestCatalogs {
  private TestCatalogs() {}

  /** Invented senders, with the program's own protocol and status files. */
  static Catalog small() {
    return Catalog.of(smallTexts());
  }

  static Map<String, String> smallTexts() {
    return texts(
        List.of(
            "/catalog-engine/acme.yaml",
            "/catalog-engine/zenith.yaml",
            "/catalog-engine/hints.yaml",
            "/catalog/protocol.yaml",
            "/catalog/status.yaml"));
  }

  private static Map<String, String> texts(List<String> resources) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String resource : resources) {
      texts.put(resource.substring(resource.lastIndexOf('/') + 1), text(resource));
    }
    return texts;
  }

  private static String text(String resource) {
    try (InputStream in = TestCatalogs.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }
}
