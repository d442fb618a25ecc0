package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.classify.Catalog;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One fuzz run: its workers, its watchdog, its tally. */
final class FuzzRun {
  /** No input may keep a processor busy for longer. */
  private static final long LIMIT_NANOS = 1_000_000_000L;

  private static final long LOOK_MS = 100;
  private static final long REPORT_NANOS = 10_000_000_000L;

  private final long inputs;
  private final long seed;
  private final PrintStream out;
  private final FuzzTally tally = new FuzzTally();
  private volatile boolean failed;

  FuzzRun(long inputs, long seed, PrintStream out) {
    this.inputs = inputs;
    this.seed = seed;
    this.out = out;
  }

  long inputs() {
    return inputs;
  }

  long seed() {
    return seed;
  }

  FuzzTally tally() {
    return tally;
  }

  boolean failed() {
    return failed;
  }

  /** Notes a violation and keeps the input, in the temporary directory, for a test. */
  synchronized void fail(FuzzWorker worker, String what) {
    failed = true;
    try {
      Path file = Files.createTempFile("fuzz-" + seed + "-" + worker.position() + "-", ".bin");
      Files.write(file, worker.input());
      out.println("violation at input " + worker.position() + ": " + what + "; kept as " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the end or to the first violation; returns whether all went well. */
  boolean run(List<byte[]> seeds, int threads) throws InterruptedException {
    long start = System.nanoTime();
    Catalog catalog = Catalog.builtIn();
    AtomicLong nextBlock = new AtomicLong();
    List<FuzzWorker> workers = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      FuzzWorker worker = new FuzzWorker(this, catalog, seeds, nextBlock);
      Thread thread = new Thread(worker, "fuzz-" + i);
      thread.setDaemon(true);
      thread.start();
      workers.add(worker);
      running.add(thread);
    }
    watch(workers, running, start);
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean conserved = tally.answers() == inputs;
    out.printf(
        "%s: %,d of %,d inputs answered in %.1f s, %,.0f inputs/s on %d threads, seed %d: %s%n",
        failed ? "VIOLATION" : conserved ? "ok" : "NOT CONSERVED",
        tally.answers(),
        inputs,
        seconds,
        tally.answers() / seconds,
        threads,
        seed,
        tally);
    return conserved && !failed;
  }

  /** By processor time, so that a busy machine is no violation. */
  private void watch(List<FuzzWorker> workers, List<Thread> running, long start)
      throws InterruptedException {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long[] positions = new long[workers.size()];
    long[] since = new long[workers.size()];
    long reported = start;
    while (!failed && running.stream().anyMatch(Thread::isAlive)) {
      running.get(0).join(LOOK_MS);
      for (int i = 0; i < positions.length; i++) {
        long position = workers.get(i).position();
        long cpu = times.getThreadCpuTime(running.get(i).getId());
        if (position != positions[i]) {
          positions[i] = position;
          since[i] = cpu;
        } else if (running.get(i).isAlive() && cpu - since[i] > LIMIT_NANOS) {
          fail(workers.get(i), "busy for more than a second");
          return;
        }
      }
      if (System.nanoTime() - reported > REPORT_NANOS) {
        reported = System.nanoTime();
        out.printf("%,d inputs%n", tally.answers());
      }
    }
  }
}
