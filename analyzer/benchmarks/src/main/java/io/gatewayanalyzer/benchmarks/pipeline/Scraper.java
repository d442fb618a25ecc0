package io.gatewayanalyzer.benchmarks.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Reads a page of metrics again and again; a figure counts only when it could do so every time. */
final class Scraper implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** Begins at once. */
  Scraper(URI metrics, Duration every) {
    var unused =
        thread.scheduleAtFixedRate(
            () -> scrape(metrics), 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void scrape(URI metrics) {
    try {
      URLConnection connection = metrics.toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      try (InputStream in = connection.getInputStream()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      done.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Ends it.
   *
   * @throws IllegalStateException when a scrape failed, or there was none
   */
  @Override
  public void close() {
    thread.shutdown();
    boolean ended = await();
    if (failure.get() != null || done.get() == 0 || !ended) {
      throw new IllegalStateException(
          "the metrics were not read all the time, only " + done + " times", failure.get());
    }
  }

  private boolean await() {
    try {
      return thread.awaitTermination(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
