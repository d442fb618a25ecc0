package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.report.Report;
import io.gatewayanalyzer.app.report.Tally;
import io.gatewayanalyzer.core.decode.ChunkShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One run over files: feeds their lines to an embedded line and waits for every answer. */
public final class Analysis {
  private static final Duration NEWS = Duration.ofMillis(100);
  private static final int PROGRESS_EVERY = 2_000;

  private final List<Input> inputs;
  private final AnalyzerConfig settings;
  private final Path outDirectory;
  private final Progress progress;
  private final BooleanSupplier stopped;
  private final ChunkShape chunks = new ChunkShape();
  private final TallySink counted = new TallySink();
  private final List<String> tooLong = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private long storedBytes;
  private long elapsedMs;
  private long deadLetters;
  private long sent;

  /** Is told how far the run is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * How far it is.
     *
     * @param storedBytes bytes of the inputs read so far, packed as they are
     * @param sent raw records sent
     * @param answered raw records that have come out
     */
    void at(long storedBytes, long sent, long answered);
  }

  /**
   * A run that is not started.
   *
   * @param settings rules and alerts
   * @param outDirectory where each topic is written as a file; null for nowhere
   * @param stopped asked now and then whether to give up
   */
  public Analysis(
      List<Input> inputs,
      AnalyzerConfig settings,
      Path outDirectory,
      Progress progress,
      BooleanSupplier stopped) {
    this.inputs = inputs;
    this.settings = settings;
    this.outDirectory = outDirectory;
    this.progress = progress;
    this.stopped = stopped;
  }

  /**
   * Runs to the end of the inputs.
   *
   * @return the report, or null when it was stopped
   */
  public Report run() throws IOException, InterruptedException {
    try (TopicFiles files = outDirectory == null ? null : new TopicFiles(outDirectory)) {
      ResultSink sink = files == null ? counted : new Both(counted, files);
      try (EmbeddedLine line = EmbeddedLine.start(settings, sink, files != null, pace())) {
        if (!through(line)) {
          return null;
        }
      }
      for (String place : tooLong) {
        counted.tally().undecodable();
        if (files != null) {
          files.tooLong(place);
        }
      }
    }
    return Report.of(counted.tally(), sent + tooLong.size(), elapsedMs);
  }

  /** The counts, once {@link #run} has ended. */
  public Tally tally() {
    return counted.tally();
  }

  /** Lines that were too long to be carried, as {@code file:line}; counted as undecodable. */
  public List<String> tooLong() {
    return tooLong;
  }

  /** Inputs that could not be read to their end, with the reason. */
  public List<String> broken() {
    return broken;
  }

  /** Raw records that our own code failed on. */
  public long deadLetters() {
    return deadLetters;
  }

  private Pace pace() {
    boolean known = inputs.stream().allMatch(input -> input.sizeBytes() >= 0);
    return Pace.of(known ? inputs.stream().mapToLong(Input::sizeBytes).sum() : -1);
  }

  private boolean through(EmbeddedLine line) throws InterruptedException {
    long startNanos = System.nanoTime();
    for (Input input : inputs) {
      feed(input, line);
    }
    line.flush();
    sent = line.sent();
    awaitAnswers(line);
    if (stopped.getAsBoolean()) {
      return false;
    }
    line.finish();
    elapsedMs = (System.nanoTime() - startNanos) / 1_000_000;
    line.tellUnjoined(counted.tally());
    line.tellUnsaid(counted.tally());
    deadLetters = line.deadLetters();
    return true;
  }

  /** Waits for every answer that comes by itself; a request may wait for its stream. */
  private void awaitAnswers(EmbeddedLine line) throws InterruptedException {
    long before = -1;
    while (line.answered() < sent && !stopped.getAsBoolean()) {
      if (line.answered() == before && line.allRead()) {
        return;
      }
      before = line.answered();
      line.awaitNews(NEWS);
      progress.at(storedBytes, sent, line.answered());
    }
  }

  private void feed(Input input, EmbeddedLine line) {
    try (InputStream bytes = input.open(read -> storedBytes += read)) {
      LineReader lines = new LineReader(bytes, line.maxBytes());
      for (byte[] next = lines.next(); next != null && !stopped.getAsBoolean(); ) {
        if (next == LineReader.TOO_LONG) {
          tooLong.add(input.name() + ':' + lines.number());
        } else if (!LineReader.isBlank(next)) {
          send(next, line);
        }
        if (lines.number() % PROGRESS_EVERY == 0) {
          progress.at(storedBytes, line.sent(), line.answered());
        }
        next = lines.next();
      }
    } catch (IOException e) {
      broken.add(input.name() + ": " + e.getMessage());
    }
  }

  private void send(byte[] record, EmbeddedLine line) {
    String requestId = chunks.requestId(record);
    if (requestId == null) {
      line.send(record);
    } else {
      line.sendChunk(requestId, record);
    }
  }

  /** Hands every result to two sinks. */
  private record Both(ResultSink first, ResultSink second) implements ResultSink {
    @Override
    public void attempt(ConsumerRecord<byte[], byte[]> attempt) {
      first.attempt(attempt);
      second.attempt(attempt);
    }

    @Override
    public void error(ConsumerRecord<byte[], byte[]> error) {
      first.error(error);
      second.error(error);
    }

    @Override
    public void operation(ConsumerRecord<byte[], byte[]> operation) {
      first.operation(operation);
      second.operation(operation);
    }

    @Override
    public void alert(ConsumerRecord<byte[], byte[]> alert) {
      first.alert(alert);
      second.alert(alert);
    }

    @Override
    public void unknown(ConsumerRecord<byte[], byte[]> unknown) {
      first.unknown(unknown);
      second.unknown(unknown);
    }
  }
}
