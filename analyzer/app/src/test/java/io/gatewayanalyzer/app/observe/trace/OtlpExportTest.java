package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.TracesSettings;
import io.gatewayanalyzer.app.observe.SpanResult;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw records in at one end, spans out of a real receiver at the other. */
class OtlpExportTest {
  private static final TracesSettings NO_HEALTHY_ONES = new TracesSettings(0, 1_000);

  @TempDir private Path state;

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void shouldShowWhatRecoveredAsNotFailed(String protocol) throws IOException {
    try (Receiver receiver = receiver(protocol)) {
      // Given
      List<String> raw =
          List.of(
              attempt("op-7", "req-1", "11:00:00", 840, 429, RATE_LIMITED, "00f067aa0ba902b7"),
              attempt("op-7", "req-2", "11:00:03", 1_200, 200, ANSWER, "11f067aa0ba902b7"));

      // When
      Traces traces = trace(raw, receiver.environment());

      // Then
      assertThat(SpanTree.of(receiver.spans())).isEqualTo(expected("recovered"));
      assertThat(traces.spans(SpanResult.EXPORTED)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void shouldShowAFailureInTheMiddleOfAStream(String protocol) throws IOException {
    try (Receiver receiver = receiver(protocol)) {
      // Given
      List<String> raw = List.of(midStream("op-8", "req-1", "11:00:00"));

      // When
      trace(raw, receiver.environment());

      // Then
      assertThat(SpanTree.of(receiver.spans())).isEqualTo(expected("mid-stream"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void shouldCountResentRequestsOfWhatWasTriedInVain(String protocol) throws IOException {
    try (Receiver receiver = receiver(protocol)) {
      // Given
      List<String> raw =
          List.of(
              attempt("op-9", "req-1", "11:00:00", 100, 503, OVERLOADED, "00f067aa0ba902b7"),
              attempt("op-9", "req-2", "11:00:02", 100, 503, OVERLOADED, "00f067aa0ba902b7"),
              attempt("op-9", "req-3", "11:00:06", 100, 503, OVERLOADED, "00f067aa0ba902b7"));

      // When
      trace(raw, receiver.environment());

      // Then
      assertThat(receiver.spans())
          .extracting(span -> said(span, "http.request.resend_count"))
          .containsExactlyInAnyOrder("-", "-", "1", "2");
      assertThat(receiver.spans())
          .extracting(span -> said(span, "error.type"))
          .containsOnly("provider_overloaded");
      assertThat(receiver.spans()).allMatch(span -> span.getStatus().getCodeValue() == 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void shouldYieldTheSameSpansOnAReplay(String protocol) throws IOException {
    try (Receiver receiver = receiver(protocol);
        Receiver replayed = receiver(protocol)) {
      // Given
      List<String> raw =
          List.of(
              attempt("op-7", "req-1", "11:00:00", 840, 429, RATE_LIMITED, null),
              attempt("op-7", "req-2", "11:00:03", 1_200, 200, ANSWER, null),
              midStream("op-8", "req-3", "11:00:04"));
      trace(raw, receiver.environment());

      // When
      trace(List.of(raw.get(2), raw.get(1), raw.get(0)), replayed.environment());

      // Then
      assertThat(replayed.spans()).hasSize(5).containsExactlyInAnyOrderElementsOf(receiver.spans());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void shouldTakeOpenTelemetrysVariables(String protocol) throws IOException {
    try (Receiver receiver = receiver(protocol)) {
      // Given
      Map<String, String> environment = new HashMap<>(receiver.environment());
      environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-scope-orgid=fake-org-id");
      environment.put("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
      environment.put("OTEL_SERVICE_NAME", "my-analyzer");
      environment.put("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test");
      environment.put("OTEL_TRACES_SAMPLER", "always_on");
      environment.put("OTEL_METRICS_EXPORTER", "prometheus");

      // When
      trace(List.of(attempt("op-1", "req-1", "11:00:00", 100, 200, ANSWER, null)), environment);

      // Then
      assertThat(receiver.headers()).containsEntry("x-scope-orgid", "fake-org-id");
      assertThat(resource(receiver.received().get(0)))
          .containsEntry("service.name", "my-analyzer")
          .containsEntry("deployment.environment.name", "test");
      assertThat(receiver.spans()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldChooseTheShareOfHealthyOperationsThatIsAskedFor(String ratio) throws IOException {
    try (Receiver receiver = receiver("http/protobuf")) {
      // Given
      List<String> raw = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        raw.add(attempt("op-" + i, "req-" + i, "11:00:00", 100, 200, ANSWER, null));
      }

      // When
      Traces traces =
          trace(raw, receiver.environment(), new TracesSettings(Double.parseDouble(ratio), 100));

      // Then
      boolean all = ratio.equals("1");
      assertThat(traces.spans(SpanResult.EXPORTED)).isEqualTo(all ? 20 : 0);
      assertThat(traces.spans(SpanResult.UNSAMPLED)).isEqualTo(all ? 0 : 20);
      assertThat(receiver.spans()).hasSize(all ? 20 : 0);
    }
  }

  private static final String RATE_LIMITED =
      "{\\\"error\\\":{\\\"message\\\":\\\"Slow down, please.\\\",\\\"type\\\":\\\"rate_limit_error\\\","
          + "\\\"code\\\":\\\"rate_limit_exceeded\\\"}}";

  private static final String OVERLOADED =
      "{\\\"error\\\":{\\\"message\\\":\\\"We are overloaded.\\\",\\\"type\\\":\\\"overloaded_error\\\"}}";

  private static final String ANSWER =
      "{\\\"id\\\":\\\"c-1\\\",\\\"object\\\":\\\"chat.completion\\\",\\\"model\\\":\\\"gpt-5-mini-2026\\\","
          + "\\\"choices\\\":[{\\\"index\\\":0,\\\"message\\\":{\\\"role\\\":\\\"assistant\\\","
          + "\\\"content\\\":\\\"Hi.\\\"},\\\"finish_reason\\\":\\\"stop\\\"}]}";

  private Traces trace(List<String> raw, Map<String, String> environment) throws IOException {
    return trace(raw, environment, NO_HEALTHY_ONES);
  }

  private Traces trace(List<String> raw, Map<String, String> environment, TracesSettings settings)
      throws IOException {
    Traces traces = Traces.of(settings, environment);
    try (traces) {
      TracedLine.run(raw, Files.createTempDirectory(state, "line"), traces);
    }
    return traces;
  }

  private static String expected(String name) throws IOException {
    try (InputStream tree = OtlpExportTest.class.getResourceAsStream("/traces/" + name + ".txt")) {
      return new String(tree.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Receiver receiver(String protocol) throws IOException {
    return protocol.equals("grpc") ? new GrpcReceiver() : new HttpReceiver();
  }

  private static String attempt(
      String operation,
      String request,
      String time,
      int tookMs,
      int status,
      String body,
      String parent) {
    String traceparent =
        parent == null
            ? ""
            : "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-" + parent + "-01\",";
    return """
        {"request_id":"%s","operation_id":"%s","timestamp":"2026-11-01T%s.000Z","duration_ms":%d,\
        "gateway":"anannas","api":"chat_completions","provider":"openai","model":"gpt-5-mini",\
        "tenant":"acme","usage":{"input_tokens":812,"output_tokens":%d,"cost_usd":%s},\
        %s"response":{"status":%d,"headers":{"retry-after":"2"},"body":"%s"}}"""
        .formatted(
            request,
            operation,
            time,
            tookMs,
            status == 200 ? 40 : 0,
            status == 200 ? "0.002" : "0",
            traceparent,
            status,
            body);
  }

  private static String midStream(String operation, String request, String time) {
    return """
        {"request_id":"%s","operation_id":"%s","timestamp":"2026-11-01T%s.000Z","duration_ms":2500,\
        "gateway":"anannas","api":"chat_completions","provider":"bedrock","model":"claude-x",\
        "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",\
        "response":{"status":200,"stream":"data: {\\"choices\\":[{\\"index\\":0,\\"delta\\":\
        {\\"content\\":\\"Once\\"}}]}\\n\\ndata: {\\"error\\":{\\"message\\":\\"Provider broke.\\",\
        \\"code\\":502}}\\n\\n"}}"""
        .formatted(request, operation, time);
  }

  private static String said(Span span, String attribute) {
    return span.getAttributesList().stream()
        .filter(one -> one.getKey().equals(attribute))
        .map(
            one ->
                one.getValue().hasIntValue()
                    ? Long.toString(one.getValue().getIntValue())
                    : one.getValue().getStringValue())
        .findFirst()
        .orElse("-");
  }

  private static Map<String, String> resource(ResourceSpans spans) {
    return spans.getResource().getAttributesList().stream()
        .collect(Collectors.toMap(KeyValue::getKey, one -> one.getValue().getStringValue()));
  }
}
