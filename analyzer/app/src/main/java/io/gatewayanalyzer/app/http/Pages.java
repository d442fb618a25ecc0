package io.gatewayanalyzer.app.http;

import io.gatewayanalyzer.app.observe.Readiness;
import io.gatewayanalyzer.app.observe.Scrapable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** What there is to be told, by path. */
final class Pages {
  private static final int ROOM = 1 << 16;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final Scrapable metrics;
  private final Readiness readiness;

  Pages(Scrapable metrics, Readiness readiness) {
    this.metrics = metrics;
    this.readiness = readiness;
  }

  /**
   * The page of a path.
   *
   * @param accept what is asked for; may be null
   */
  Page at(String path, String accept) throws IOException {
    return switch (path) {
      case "/metrics" -> metrics(accept);
      case "/healthz" -> Page.line(OK, "ok");
      case "/readyz" -> ready();
      case "/" -> Page.line(OK, "/metrics\n/healthz\n/readyz");
      default -> Page.line(NOT_FOUND, "not found; there are /metrics, /healthz and /readyz");
    };
  }

  private Page ready() {
    String missing = readiness.missing();
    return missing == null ? Page.line(OK, "ready") : Page.line(UNAVAILABLE, missing);
  }

  private Page metrics(String accept) throws IOException {
    String contentType = metrics.contentType(accept);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROOM);
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      metrics.write(contentType, out);
    }
    return new Page(OK, contentType, bytes.toByteArray());
  }
}
