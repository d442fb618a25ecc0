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
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operations on their way out: a bounded queue, and a thread that makes spans of them and exports
 * them in batches. Who puts operations in never waits: what finds no place is dropped and counted.
 */
final class SpanSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpanSender.class);

  /** Wakes the thread when nothing else comes; never drawn. */
  private static final Correlated.Closed END = new Correlated.Closed(null, 0, null, List.of());

  /** So long closing waits for what is still to be sent. */
  private static final Duration FLUSH = Duration.ofSeconds(5);

  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final OtelParts otel;
  private final SpanMaker maker;
  private final SpanCounts counts;
  private final BlockingQueue<Correlated.Closed> queue;
  private final Thread thread;
  private volatile boolean closing;

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
    if (closing || !queue.offer(closed)) {
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
    Correlated.Closed next = queue.take();
    long fromNanos = System.nanoTime();
    while (next != null && !isEnd(next)) {
      make(next);
      if (otel.ended().size() >= otel.batchSpans()) {
        break;
      }
      long leftNanos = otel.delay().toNanos() - (System.nanoTime() - fromNanos);
      next = queue.poll(closing ? 0 : leftNanos, TimeUnit.NANOSECONDS);
    }
    export(otel.ended().take());
    return !isEnd(next) && !(closing && queue.isEmpty());
  }

  private static boolean isEnd(Correlated.Closed closed) {
    return closed != null && closed.operation() == null;
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
    closing = true;
    if (!queue.offer(END)) {
      LOG.debug("the queue is full, so its thread is awake and sees that this is the end");
    }
    await(FLUSH);
    thread.interrupt();
    List<Correlated.Closed> left = new ArrayList<>();
    queue.drainTo(left);
    left.removeIf(SpanSender::isEnd);
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
