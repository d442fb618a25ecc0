package io.gatewayanalyzer.connect.alertmanager;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps every Alertmanager up to date about the alerts that are handed in. Nothing is posted before
 * {@link #release}, so that the whole topic can be read first: the beginning of an alert must not
 * be told when its end is already known. Nothing here waits for a network; safe from any thread.
 */
public final class Delivery implements AutoCloseable {
  /** How many alerts are kept. Each holds a few kilobytes. */
  public static final int CAPACITY = 10_000;

  private static final long CLOSING_MS = 2_000;

  private final DeliveryCounts counts = new DeliveryCounts();
  private final List<Courier> couriers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts, on hold.
   *
   * @param listener is told, from other threads, what an operator may want to know
   * @throws IllegalArgumentException when the trust store cannot be used
   */
  public Delivery(DeliverySettings settings, DeliveryListener listener) {
    HttpClient http = Alertmanager.client(settings);
    for (var target : settings.targets()) {
      AlertBook book = new AlertBook(settings.interval(), settings.repeatResolved(), CAPACITY);
      Alertmanager alertmanager = new Alertmanager(http, target, settings);
      couriers.add(new Courier(target, alertmanager, settings, book, counts, listener));
    }
    for (Courier courier : couriers) {
      Thread thread = new Thread(courier, "alertmanager-courier");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Takes a record of the topic; which of two about one alert is newer is found out here. */
  public void put(AlertRecord alert, Origin origin) {
    long now = System.currentTimeMillis();
    for (Courier courier : couriers) {
      courier.change(
          book -> {
            if (!book.put(alert, origin, now)) {
              counts.dropped().increment();
            }
          });
    }
  }

  /** Forgets an alert. */
  public void forget(String alertId) {
    couriers.forEach(courier -> courier.change(book -> book.forget(alertId)));
  }

  /** Forgets the alerts of a partition that somebody else looks after now. */
  public void forgetPartition(String topic, int partition) {
    couriers.forEach(courier -> courier.change(book -> book.forgetPartition(topic, partition)));
  }

  /** Posts nothing until {@link #release}. */
  public void hold() {
    couriers.forEach(courier -> courier.hold(true));
  }

  /** Posts what is due, from now on. */
  public void release() {
    couriers.forEach(courier -> courier.hold(false));
  }

  /** What has happened so far. */
  public DeliveryCounts counts() {
    return counts;
  }

  /** Stops at once; what was not posted yet is posted by whoever reads the topic next. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        TimeUnit.MILLISECONDS.timedJoin(thread, CLOSING_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
