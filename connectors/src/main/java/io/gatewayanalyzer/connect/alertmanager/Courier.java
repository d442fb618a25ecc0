package io.gatewayanalyzer.connect.alertmanager;

import io.gatewayanalyzer.connect.alertmanager.Answer.Kind;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps one Alertmanager up to date, in a thread of its own, so that one that is dead or slow holds
 * up nobody. Says when it goes and when it comes back, and nothing in between.
 */
final class Courier implements Runnable {
  private static final int BATCH = 100;

  private final URI target;
  private final Alertmanager alertmanager;
  private final BackOff backOff;
  private final DeliveryCounts counts;
  private final DeliveryListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final AlertBook book;

  private boolean held = true;
  private Kind state = Kind.TAKEN;
  private int failures;

  Courier(
      URI target,
      Alertmanager alertmanager,
      DeliverySettings settings,
      AlertBook book,
      DeliveryCounts counts,
      DeliveryListener listener) {
    this.target = target;
    this.alertmanager = alertmanager;
    this.backOff = settings.backOff();
    this.book = book;
    this.counts = counts;
    this.listener = listener;
  }

  /** Has something done to the book, between two requests. */
  void change(Consumer<AlertBook> change) {
    lock.lock();
    try {
      change.accept(book);
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Stops or lets go on; a courier starts stopped. */
  void hold(boolean hold) {
    change(unchanged -> held = hold);
  }

  /** Works until it is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        await();
        round();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until something is due, and after a failure until its time is over. */
  private void await() throws InterruptedException {
    if (failures > 0) {
      double random = ThreadLocalRandom.current().nextDouble();
      TimeUnit.MILLISECONDS.sleep(backOff.waitMs(failures, random));
    }
    lock.lockInterruptibly();
    try {
      long now = System.currentTimeMillis();
      while (held || book.nextMs(now) > now) {
        long wait = held ? Long.MAX_VALUE : book.nextMs(now) - now;
        var unused = news.await(wait, TimeUnit.MILLISECONDS);
        now = System.currentTimeMillis();
      }
    } finally {
      lock.unlock();
    }
  }

  private void round() throws InterruptedException {
    List<Posting> due = locked(open -> open.due(System.currentTimeMillis()));
    int pages = (int) due.stream().takeWhile(Posting::pages).count();
    // Apart, and first: what pages may mute the rest, and that must be known when the rest comes.
    if (postAll(due.subList(0, pages))) {
      postAll(due.subList(pages, due.size()));
    }
  }

  private boolean postAll(List<Posting> due) throws InterruptedException {
    for (int from = 0; from < due.size(); from += BATCH) {
      if (!post(due.subList(from, Math.min(due.size(), from + BATCH)))) {
        return false;
      }
    }
    return true;
  }

  /** Posts, and looks for the culprit when the whole is refused. False means: later. */
  private boolean post(List<Posting> batch) throws InterruptedException {
    Answer answer = alertmanager.post(batch);
    if (answer.kind() == Kind.REFUSED && batch.size() > 1) {
      int half = batch.size() / 2;
      return post(batch.subList(0, half)) && post(batch.subList(half, batch.size()));
    }
    note(answer);
    switch (answer.kind()) {
      case TAKEN -> taken(batch);
      case FAILED -> counts.failed().increment();
      case REFUSED, DENIED -> batch.forEach(posting -> complain(posting, answer));
    }
    return answer.kind() != Kind.FAILED;
  }

  private void taken(List<Posting> batch) {
    long now = System.currentTimeMillis();
    locked(
        open -> {
          batch.forEach(posting -> open.sent(posting, now));
          return null;
        });
    counts.posted().add(batch.size());
  }

  private void complain(Posting posting, Answer answer) {
    long now = System.currentTimeMillis();
    boolean refused = answer.kind() == Kind.REFUSED;
    if (locked(open -> refused ? open.refused(posting) : open.denied(posting, now))) {
      counts.refused().increment();
      listener.refused(new Refusal(target, posting, answer.detail()));
    }
  }

  private void note(Answer answer) {
    failures = answer.kind() == Kind.FAILED ? failures + 1 : 0;
    // That one alert is refused says nothing about the way there.
    Kind now = answer.kind() == Kind.REFUSED ? Kind.TAKEN : answer.kind();
    if (now != state) {
      state = now;
      listener.changed(
          "Alertmanager "
              + target
              + switch (now) {
                case FAILED -> " is unreachable: " + answer.detail() + "; trying on";
                case DENIED -> " does not let us in: " + answer.detail();
                default -> " takes alerts again";
              });
    }
  }

  private <T> T locked(Function<AlertBook, T> use) {
    lock.lock();
    try {
      return use.apply(book);
    } finally {
      lock.unlock();
    }
  }
}
