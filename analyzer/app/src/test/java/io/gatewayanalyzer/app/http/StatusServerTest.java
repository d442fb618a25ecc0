package io.gatewayanalyzer.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.app.observe.Scrapable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Writer;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusServerTest {
  private static final String NUMBERS = "number 1\n".repeat(1_000);

  private final AtomicReference<String> missing = new AtomicReference<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private StatusServer server;

  private static final class Numbers implements Scrapable {
    @Override
    public String contentType(String accept) {
      return accept == null ? "text/plain" : accept;
    }

    @Override
    public void write(String contentType, Writer out) throws IOException {
      out.write(NUMBERS);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = StatusServer.start("127.0.0.1", 0, new Numbers(), missing::get);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldServeTheMetricsInTheFormAskedFor() throws Exception {
    // when
    HttpResponse<String> answer =
        client.send(
            request("/metrics").header("Accept", "text/own").build(), BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/own");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo(NUMBERS);
  }

  @Test
  void shouldCompressForThoseWhoTakeIt() throws Exception {
    // when
    HttpResponse<byte[]> answer =
        client.send(
            request("/metrics").header("Accept-Encoding", "br, gzip;q=0.5").build(),
            BodyHandlers.ofByteArray());

    // then
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
        .asString()
        .isEqualTo(NUMBERS);
  }

  @Test
  void shouldNotCompressForThoseWhoRefuse() throws Exception {
    // when
    HttpResponse<String> answer =
        client.send(
            request("/metrics").header("Accept-Encoding", "gzip;q=0").build(),
            BodyHandlers.ofString());

    // then
    assertThat(answer.body()).isEqualTo(NUMBERS);
  }

  @Test
  void shouldAnswerHeadWithoutABody() throws Exception {
    // when
    HttpResponse<String> answer =
        client.send(
            request("/metrics").method("HEAD", BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(NUMBERS.length());
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void shouldSayWhyItIsNotReady() throws Exception {
    // given
    missing.set("streams are rebalancing");

    // when
    HttpResponse<String> answer = get("/readyz");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("streams are rebalancing\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldBeReadyWhenNothingIsMissing() throws Exception {
    // when
    HttpResponse<String> answer = get("/readyz");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ready\n");
  }

  @Test
  void shouldKnowNoOtherPathAndNoOtherMethod() throws Exception {
    // when
    HttpResponse<String> post =
        client.send(
            request("/metrics").POST(BodyPublishers.ofString("x")).build(),
            BodyHandlers.ofString());

    // then
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(get("/metrics/").statusCode()).isEqualTo(404);
    assertThat(get("/admin").statusCode()).isEqualTo(404);
    assertThat(get("/").body()).contains("/metrics");
  }

  @Test
  void shouldAnswerWhileOthersDawdle() throws Exception {
    // given
    List<Socket> dawdlers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket(server.address().getHost(), server.address().getPort());
      dawdlers.add(socket);
    }
    for (Socket half : dawdlers) {
      half.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
    }

    // when
    HttpResponse<String> answer =
        client.send(
            request("/healthz").timeout(Duration.ofSeconds(3)).build(), BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    for (Socket socket : dawdlers) {
      socket.close();
    }
  }

  @Test
  void shouldRefuseAPortThatIsTaken() {
    // when
    assertThatThrownBy(
            () ->
                StatusServer.start(
                    "127.0.0.1", server.address().getPort(), new Numbers(), () -> null))
        // then
        .isInstanceOf(BindException.class);
  }

  @Test
  void shouldRefuseAnAddressThatIsNotThisMachines() {
    // when
    assertThatThrownBy(() -> StatusServer.start("203.0.113.7", 0, new Numbers(), () -> null))
        // then
        .isInstanceOf(UnknownHostException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }
}
