package io.gatewayanalyzer.connect.alertmanager;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One Alertmanager behind its API v2. Every failure is an answer. */
final class Alertmanager {
  private static final String PATH = "/api/v2/alerts";

  private final HttpClient http;
  private final URI alerts;
  private final Duration timeout;
  private final Auth auth;

  Alertmanager(HttpClient http, URI target, DeliverySettings settings) {
    this.http = http;
    this.alerts = alerts(target);
    this.timeout = settings.timeout();
    this.auth = settings.auth();
  }

  /**
   * A client for all of them. It follows no redirect: credentials stay where they belong.
   *
   * @throws IllegalArgumentException when the trust store cannot be used
   */
  static HttpClient client(DeliverySettings settings) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout());
    return settings.trustStore() == null
        ? client.build()
        : client.sslContext(settings.trustStore().context()).build();
  }

  Answer post(List<Posting> postings) throws InterruptedException {
    // The request's own timeout ends with the head of the answer; a body may hang, too.
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request(postings), HttpResponse.BodyHandlers.discarding());
    try {
      return Answer.ofStatus(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (ExecutionException e) {
      return Answer.failed(e.getCause());
    } catch (TimeoutException e) {
      return Answer.failed(e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(List<Posting> postings) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(alerts)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(PostingJson.of(postings)));
    if (auth.header() != null) {
      request.header("Authorization", auth.header());
    }
    return request.build();
  }

  private static URI alerts(URI target) {
    String base = target.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH);
  }
}
