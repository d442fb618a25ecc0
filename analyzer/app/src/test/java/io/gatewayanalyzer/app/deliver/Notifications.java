package io.gatewayanalyzer.app.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What Alertmanager tells people: a webhook that remembers each message. */
final class Notifications implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();

  Notifications() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its address, without a path. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Every message so far, as words: receiver, status, the kind of alert and whom it is about.
   * {@code pager firing CreditExhausted acme, umbrella}
   */
  List<String> all() {
    return new ArrayList<>(messages);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
      TreeSet<String> about = new TreeSet<>();
      message
          .path("alerts")
          .forEach(
              alert ->
                  about.add(
                      alert.path("labels").path("tenant").asText("")
                          + alert.path("labels").path("model").asText("")));
      messages.add(
          "%s %s %s %s"
              .formatted(
                  message.path("receiver").asText(),
                  message.path("status").asText(),
                  message.path("groupLabels").path("alertname").asText(),
                  String.join(", ", about)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
