package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.app.observe.SpanResult;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operations on their way out: a bounded queue, and a thread that makes spans of them and exports
 * them in batches. Who puts operations in never waits: what finds no place is dropped and counted.
 */
final class SpanSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpanSender.class);

  /**
   * So often the thread looks. It does not wait at the queue, for then whoever puts something in
   * would have to wake it: microseconds of the line for each operation.
   */
  private static final Duration LOOK = Duration.ofMillis(50);

  /** So long closing waits for what is still to be sent. */
  private static final Duration FLUSH = Duration.ofSeconds(5);

  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final OtelParts otel;
  private final SpanMaker maker;
  private final SpanCounts counts;
  private final BlockingQueue<Correlated.Closed> queue;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  SpanSender(OtelParts otel, SpanCounts counts, int queued) {
    this.otel = otel;
    this.counts = counts;
    maker = new SpanMaker(otel.provider(), otel.ids());
    queue = new ArrayBlockingQueue<>(queued);
    thread = new Thread(this::run, "traces");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an operation, unless there is no place for it. */
  void offer(Correlated.Closed closed) {
    if (closing.getCount() == 0 || !queue.offer(closed)) {
      counts.add(SpanResult.DROPPED, OperationSpans.count(closed));
    }
  }

  private void run() {
    try {
      boolean more = true;
      while (more) {
        more = batch();
      }
    } catch (InterruptedException stopped) {
      // By close, which has waited long enough.
      counts.add(SpanResult.DROPPED, otel.ended().take().size());
    }
  }

  /** Gathers a batch and exports it; returns whether another one may follow. */
  private boolean batch() throws InterruptedException {
    boolean last = false;
    long fromNanos = System.nanoTime();
    while (!last && !isFull(fromNanos)) {
      Correlated.Closed next = queue.poll();
      if (next != null) {
        make(next);
      } else {
        last = closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && queue.isEmpty();
        fromNanos = otel.ended().size() == 0 ? System.nanoTime() : fromNanos;
      }
    }
    export(otel.ended().take());
    return !last;
  }

  private boolean isFull(long fromNanos) {
    int spans = otel.ended().size();
    return spans >= otel.batchSpans()
        || spans > 0 && System.nanoTime() - fromNanos >= otel.delay().toNanos();
  }

  private void make(Correlated.Closed closed) {
    int endedBefore = otel.ended().size();
    try {
      OperationSpans.of(closed).forEach(maker::make);
    } catch (RuntimeException bug) {
      // One operation that cannot be drawn must not end the traces of all others.
      LOG.warn("an operation could not be drawn: {}", bug.getClass().getName());
      int made = otel.ended().size() - endedBefore;
      counts.add(SpanResult.FAILED, OperationSpans.count(closed) - made);
    }
  }

  private void export(List<SpanData> spans) {
    if (spans.isEmpty()) {
      return;
    }
    CompletableResultCode result;
    try {
      result = otel.exporter().export(spans);
    } catch (RuntimeException refused) {
      LOG.warn("spans could not be exported: {}", refused.getClass().getName());
      result = CompletableResultCode.ofFailure();
    }
    boolean taken = result.join(otel.timeout().toMillis(), TimeUnit.MILLISECONDS).isSuccess();
    counts.add(taken ? SpanResult.EXPORTED : SpanResult.FAILED, spans.size());
  }

  /** Sends what is waiting, within some seconds; what is left then is dropped. */
  @Override
  public void close() {
    closing.countDown();
    await(FLUSH);
    thread.interrupt();
    await(LAST_WORDS);
    List<Correlated.Closed> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(one -> counts.add(SpanResult.DROPPED, OperationSpans.count(one)));
    otel.exporter().shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    otel.sdk().close();
  }

  private void await(Duration most) {
    try {
      thread.join(most.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
