package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.config.TracesSettings;
import io.gatewayanalyzer.app.observe.SpanResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line goes on, whatever becomes of the collector. */
@Timeout(60)
class CollectorTroubleTest {
  private static final TracesSettings TWO_WAIT = new TracesSettings(0, 2);

  @Test
  void shouldDropAndCountWhatFindsNoPlaceWhileTheCollectorHangs() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server = hanging(asked, answer, threads);
    Traces traces = Traces.of(TWO_WAIT, environment(server.getAddress().getPort()));
    try {
      // Given
      traces.operation(Tries.failed("req-0"), 0);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      // When
      for (int i = 1; i <= 5; i++) {
        traces.operation(Tries.failed("req-" + i), 0);
      }

      // Then
      assertThat(traces.spans(SpanResult.DROPPED)).isEqualTo(3 * 2);
      answer.countDown();
      traces.close();
      assertThat(traces.spans(SpanResult.EXPORTED)).isEqualTo(3 * 2);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void shouldCountWhatACollectorThatIsGoneDoesNotTake() throws IOException {
    // Given
    Traces traces = Traces.of(TWO_WAIT, environment(freePort()));

    // When
    traces.operation(Tries.failed("req-1"), 0);
    traces.close();

    // Then
    assertThat(traces.spans(SpanResult.FAILED)).isEqualTo(2);
    assertThat(traces.spans(SpanResult.EXPORTED)).isZero();
  }

  @Test
  void shouldTakeNothingAfterItsEnd() throws IOException {
    // Given
    Traces traces = Traces.of(TWO_WAIT, environment(freePort()));
    traces.close();

    // When
    traces.operation(Tries.failed("req-1"), 0);

    // Then
    assertThat(traces.spans(SpanResult.DROPPED)).isEqualTo(2);
  }

  private static Map<String, String> environment(int port) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + port,
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf",
        "OTEL_BSP_SCHEDULE_DELAY",
        "0",
        "OTEL_EXPORTER_OTLP_TIMEOUT",
        "20000");
  }

  private static HttpServer hanging(
      CountDownLatch asked, CountDownLatch answer, ExecutorService threads) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/traces",
        exchange -> {
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
