package io.gatewayanalyzer.connect.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** An HTTP server on a free port that answers as it is told and remembers what was posted. */
public final class FakeAlertmanager implements AutoCloseable {
  /** The status that is never sent: no answer at all until the server is closed. */
  public static final int HANGS = -1;

  /** A head that promises a body which never comes. */
  public static final int HANGS_AFTER_ITS_HEAD = -2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final Function<Post, Integer> status;

  /** Starts one that gives each request the status it is told to. */
  public FakeAlertmanager(Function<Post, Integer> status) throws IOException {
    this(HttpServer.create(free(), 0), status);
  }

  private FakeAlertmanager(HttpServer server, Function<Post, Integer> status) {
    this.server = server;
    this.status = status;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one that takes everything. */
  public static FakeAlertmanager healthy() throws IOException {
    return new FakeAlertmanager(post -> 200);
  }

  static FakeAlertmanager withCertificate(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(free(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new FakeAlertmanager(server, post -> 200);
  }

  /** Its address. */
  public URI uri() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  /** The next request; fails when none comes. */
  public Post next() throws InterruptedException {
    Post post = posts.poll(20, TimeUnit.SECONDS);
    if (post == null) {
      throw new AssertionError("nothing was posted to " + uri());
    }
    return post;
  }

  /** How many requests wait to be looked at. */
  public int waiting() {
    return posts.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Post post =
          new Post(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              body);
      int answer = status.apply(post);
      posts.add(post);
      if (answer == HANGS) {
        closed.await();
      } else if (answer == HANGS_AFTER_ITS_HEAD) {
        exchange.sendResponseHeaders(200, 1_000);
        closed.await();
      } else {
        if (answer == 401) {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"alerts\"");
        }
        exchange.sendResponseHeaders(answer, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InetSocketAddress free() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * A request.
   *
   * @param request method and path
   * @param contentType the header
   * @param authorization the header; null when there was none
   * @param body the body
   */
  public record Post(String request, String contentType, String authorization, String body) {
    /** Whether an alert of that tenant is in it. */
    public boolean tells(String tenant) {
      return body.contains("\"tenant\":\"" + tenant + "\"");
    }
  }
}
