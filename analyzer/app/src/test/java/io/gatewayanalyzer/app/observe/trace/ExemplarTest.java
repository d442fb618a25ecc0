package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.core.classify.Catalog;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a number to what is behind it: an exemplar names a trace that was sent. */
class ExemplarTest {
  private static final Pattern EXEMPLAR = Pattern.compile("trace_id=\"([0-9a-f]{32})\"");

  @TempDir private Path state;

  @Test
  void shouldLeadFromAFailureInMetricsToItsTrace() throws IOException, InterruptedException {
    try (Receiver receiver = new HttpReceiver()) {
      // Given
      List<String> raw =
          List.of(failed("op-1", "req-1", "11:00:00"), failed("op-2", "req-2", "11:00:05"));
      Set<String> shown;

      // When
      try (Observability observability =
          new Observability(
              AnalyzerConfig.defaults(), Catalog.builtIn(), "test", receiver.environment())) {
        URI served = observability.serve(new HttpSettings("127.0.0.1", 0));
        TracedLine.run(raw, state, observability.watcher());
        shown = exemplars(served.resolve("/metrics"));
      }

      // Then
      Set<String> sent =
          receiver.spans().stream().map(ExemplarTest::traceId).collect(Collectors.toSet());
      assertThat(sent).hasSize(2);
      assertThat(shown).isNotEmpty().isSubsetOf(sent);
    }
  }

  private static Set<String> exemplars(URI metrics) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(metrics).header("Accept", "application/openmetrics-text").build();
    String text =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return EXEMPLAR
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String traceId(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }

  private static String failed(String operation, String request, String time) {
    return """
        {"request_id":"%s","operation_id":"%s","timestamp":"2026-11-01T%s.000Z","gateway":"anannas",\
        "response":{"status":500,"body":"{}"}}"""
        .formatted(request, operation, time);
  }
}
