package io.gatewayanalyzer.app.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers GET and HEAD with a page, compressed for those who take it. */
final class Answering implements HttpHandler {
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int FAILED = 500;
  private static final int NO_BODY = -1;

  /** What is shorter is not compressed. */
  private static final int SHORT = 1_000;

  private final Pages pages;

  Answering(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, Page.line(METHOD_NOT_ALLOWED, "only GET and HEAD"), false);
      } else {
        send(exchange, page(exchange), head);
      }
    }
  }

  private Page page(HttpExchange exchange) {
    try {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      return pages.at(exchange.getRequestURI().getPath(), accept);
    } catch (IOException | RuntimeException e) {
      // The class alone: a message may say more than the one who asks should know.
      return Page.line(FAILED, e.getClass().getSimpleName());
    }
  }

  private static void send(HttpExchange exchange, Page page, boolean head) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", page.contentType());
    headers.set("Cache-Control", "no-store");
    byte[] body = page.body();
    if (body.length > SHORT && takesGzip(exchange.getRequestHeaders().get("Accept-Encoding"))) {
      headers.set("Content-Encoding", "gzip");
      headers.set("Vary", "Accept-Encoding");
      body = zipped(body);
    }
    if (head) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(page.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(page.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static boolean takesGzip(List<String> accepted) {
    if (accepted == null) {
      return false;
    }
    for (String coding : String.join(",", accepted).toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = coding.strip().split("\\s*;\\s*");
      if (parts[0].equals("gzip") && (parts.length < 2 || !parts[1].matches("q=0(\\.0*)?"))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 8);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }
}
