package io.gatewayanalyzer.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScraperTest {
  private final CountDownLatch asked = new CountDownLatch(2);
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldFailWhatWasNotWatched() throws Exception {
    // Given
    Scraper scraper = new Scraper(answering(500), Duration.ofMillis(10));
    asked.await(10, TimeUnit.SECONDS);

    // When
    var closing = assertThatThrownBy(scraper::close);

    // Then
    closing
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only 0 times")
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void shouldEndInSilenceWhenEachScrapeWasAnswered() throws Exception {
    // Given
    Scraper scraper = new Scraper(answering(200), Duration.ofMillis(10));
    asked.await(10, TimeUnit.SECONDS);

    // When
    var closing = assertThatCode(scraper::close);

    // Then
    closing.doesNotThrowAnyException();
  }

  private URI answering(int status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
          asked.countDown();
        });
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
  }
}
