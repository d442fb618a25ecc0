package io.gatewayanalyzer.app.http;

import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.app.observe.Readiness;
import io.gatewayanalyzer.app.observe.Scrapable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves {@code /metrics}, {@code /healthz} and {@code /readyz} by threads of its own, so that the
 * line waits for nobody who asks. See ADR 22.
 */
public final class StatusServer implements AutoCloseable {
  /**
   * One for each connection: a request is read by its thread, and who sends half of one keeps it.
   */
  private static final int THREADS = 100;

  private static final int IDLE_SECONDS = 10;
  private static final int BACKLOG = 50;

  static {
    // The JDK's server waits for ever by default. These are its own settings, read once; whoever
    // has set them knows better.
    settle("sun.net.httpserver.maxReqTime", "5");
    settle("sun.net.httpserver.maxRspTime", "30");
    settle("sun.net.httpserver.idleInterval", "30");
    settle("sun.net.httpserver.maxIdleConnections", "20");
    settle("jdk.httpserver.maxConnections", Integer.toString(THREADS));
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final String host;

  private StatusServer(HttpServer server, ExecutorService threads, String host) {
    this.server = server;
    this.threads = threads;
    this.host = host;
  }

  private static void settle(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Starts to serve.
   *
   * @param host the address to bind to
   * @param port the port; 0 for any that is free
   * @throws BindException when the port is taken
   * @throws UnknownHostException when the host has no address, or none of this machine
   */
  public static StatusServer start(String host, int port, Scrapable metrics, Readiness readiness)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(own(host), port);
    HttpServer server = HttpServer.create(address, BACKLOG);
    ExecutorService threads = threads();
    server.setExecutor(threads);
    server.createContext("/", new Answering(new Pages(metrics, readiness)));
    server.start();
    return new StatusServer(server, threads, host);
  }

  private static InetAddress own(String host) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    boolean own =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || NetworkInterface.getByInetAddress(address) != null;
    if (!own) {
      throw new UnknownHostException(host);
    }
    return address;
  }

  private static ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "http-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Where it serves. */
  public URI address() {
    String shown = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + server.getAddress().getPort());
  }

  /** Stops; who is being answered is cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
