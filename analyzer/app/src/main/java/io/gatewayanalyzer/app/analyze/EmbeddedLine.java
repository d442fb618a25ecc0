package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.CatalogSettings;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.report.Tally;
import io.gatewayanalyzer.app.report.Unsaid;
import io.gatewayanalyzer.app.run.Causes;
import io.gatewayanalyzer.app.run.InputProgress;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.app.topology.AlertHooks;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.classify.Catalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The real line on a broker inside this process: records in at one end, results out at the other.
 * Everything it keeps is deleted when it is closed. To be used by one thread.
 */
public final class EmbeddedLine implements AutoCloseable {
  private static final Duration VISIBLE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MS = 5;

  private final EmbeddedRaw raw;
  private final AnalyzerConfig config;
  private final Unsaid unsaid = new Unsaid();
  private final LineHooks hooks;
  private final StreamsRunner runner;
  private final Collector results;

  private EmbeddedLine(
      AnalyzerConfig settings,
      ResultSink sink,
      boolean withErrors,
      Pace pace,
      Observability observability) {
    Catalog rules = rules(settings.catalog());
    raw = EmbeddedRaw.begin(settings, pace);
    // All of this is made while the broker starts.
    config = raw.config();
    LineWatcher watcher = observability == null ? LineWatcher.NOBODY : observability.watcher();
    hooks = hooks(unsaid).watched(watcher);
    runner = new StreamsRunner(config, AnalyzerTopology.build(config, rules, hooks), watcher);
    if (observability != null) {
      observability.watch(runner, hooks);
    }
    results = new Collector(config, Topics.of(config), sink, withErrors);
  }

  private EmbeddedLine started() {
    try {
      raw.awaitStarted();
      runner.streams().start();
      results.start();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts broker and line, which nobody watches. */
  public static EmbeddedLine start(
      AnalyzerConfig settings, ResultSink sink, boolean withErrors, Pace pace) {
    return start(settings, sink, withErrors, pace, null);
  }

  /**
   * Starts broker and line.
   *
   * @param settings rules and alerts; where the broker is, and what it keeps, is the line's own
   * @param sink takes the results
   * @param withErrors whether the sink wants the errors topic, which says no more than the attempts
   *     when things are only counted
   * @param pace how long the input will be
   * @param observability what watches the line, closed by the caller; null for nothing
   */
  public static EmbeddedLine start(
      AnalyzerConfig settings,
      ResultSink sink,
      boolean withErrors,
      Pace pace,
      Observability observability) {
    return new EmbeddedLine(settings, sink, withErrors, pace, observability).started();
  }

  /** The longest record it carries, in bytes. */
  public int maxBytes() {
    return config.decode().maxBytes();
  }

  /** Sends one raw record; waits when the line is far behind. */
  public void send(byte[] record) {
    raw.send(record);
  }

  /** Sends one chunk of a stream that is logged apart from its request. */
  public void sendChunk(String requestId, byte[] chunk) {
    raw.sendChunk(requestId, chunk);
  }

  /** Raw records sent; chunks are none. */
  public long sent() {
    return raw.sent();
  }

  /** Raw records that have come out at the other end. */
  public long answered() {
    return results.answered();
  }

  /** Raw records that our own code failed on; more than none is a bug. */
  public long deadLetters() {
    return results.deadLetters();
  }

  /** Runs something that looks at the sink while nothing is added to it. */
  public void look(Runnable reader) {
    results.look(reader);
  }

  /**
   * Waits for results, at most so long.
   *
   * @throws IllegalStateException when the line has failed
   */
  public void awaitNews(Duration most) throws InterruptedException {
    checkAlive();
    results.awaitNews(most);
  }

  /** Makes sure that everything sent has arrived at the raw topic. */
  public void flush() {
    raw.flush();
  }

  /**
   * Whether the line has read everything sent: what is not answered then waits for its stream. To
   * be asked after {@link #flush}.
   */
  public boolean allRead() throws InterruptedException {
    try {
      Topics topics = Topics.of(config);
      return isRead(topics.rawRequests())
          && isRead(topics.rawStreams())
          && isRead(topics.streamInputs());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the raw topics cannot be looked at", e.getCause());
    }
  }

  /** Tells a tally what is in no output topic. */
  public void tellUnjoined(Tally tally) {
    tally.unjoined(hooks.late().sum(), hooks.repeated().sum(), hooks.alone().sum());
  }

  /** Tells a tally what is said of alerts in no output topic; to be called last. */
  public void tellUnsaid(Tally tally) {
    tally.unsaid(unsaid, config.alerts(), hooks.alerts().late().sum());
  }

  /**
   * Closes what is open as if silence followed, stops the line and reads every topic to its end. To
   * be called when everything sent has been answered.
   */
  public void finish() throws InterruptedException {
    try {
      closeStreams();
      awaitCorrelated();
      hooks.drain().request();
      await(hooks.drain()::done, "the open operations were not closed in time");
      endAlerts();
      // The last commit: what follows is visible to readers of committed records.
      runner.close();
      // The ends with uncommitted records: once the reader of committed ones is there, nothing of
      // the last transaction can be hidden any more.
      Map<TopicPartition, OffsetSpec> latest =
          results.partitions().stream()
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      Map<TopicPartition, Long> ends =
          raw.admin().listOffsets(latest).all().get().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
      results.finish(ends, VISIBLE);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask for the ends of the topics", e.getCause());
    }
  }

  /** Closes the streams that are open, and waits until what they held is visible. */
  private void closeStreams() throws ExecutionException, InterruptedException {
    if (raw.chunksSent() == 0 && results.answered() >= raw.sent()) {
      return;
    }
    Topics topics = Topics.of(config);
    for (Topic input : List.of(topics.rawRequests(), topics.rawStreams(), topics.streamInputs())) {
      await(() -> isRead(input), "the raw records were not read in time");
    }
    hooks.streams().request();
    await(hooks.streams()::done, "the open streams were not closed in time");
    await(
        () -> results.answered() >= raw.sent() + hooks.alone().sum(),
        "the open streams were not judged in time");
  }

  /** Judges what was counted to the end, and ends what fires as silence would. */
  private void endAlerts() throws ExecutionException, InterruptedException {
    AlertHooks alerts = hooks.alerts();
    await(alerts.counted()::done, "what happened was not counted in time");
    await(() -> isRead(Topics.of(config).counts()), "the counts were not judged in time");
    alerts.judged().request();
    await(alerts.said()::done, "the alerts were not ended in time");
  }

  private boolean isRead(Topic topic) throws ExecutionException, InterruptedException {
    InputProgress progress = new InputProgress(raw.admin(), config.applicationId());
    return progress.remaining(progress.ends(topic.name())) == 0;
  }

  /** Waits until every attempt has reached its operation. */
  private void awaitCorrelated() throws ExecutionException, InterruptedException {
    InputProgress progress = new InputProgress(raw.admin(), config.applicationId());
    Map<TopicPartition, Long> ends = progress.ends(Topics.of(config).attempts().name());
    await(() -> progress.remaining(ends) == 0, "the attempts were not joined in time");
    Topic unknown = Topics.of(config).unknown();
    await(() -> isRead(unknown), "the unknown records were not counted in time");
  }

  private void await(Condition condition, String otherwise)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + VISIBLE.toNanos();
    while (!condition.holds()) {
      checkAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(otherwise);
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private void checkAlive() {
    if (runner.failure() != null) {
      throw new IllegalStateException("the line failed: " + Causes.names(runner.failure()));
    }
  }

  private interface Condition {
    boolean holds() throws ExecutionException, InterruptedException;
  }

  @Override
  public void close() {
    List<Runnable> parts = List.of(results::close, runner::close, raw::close);
    parts.forEach(Runnable::run);
  }

  private static LineHooks hooks(Unsaid unsaid) {
    LineHooks finite = LineHooks.finite();
    return finite.with(finite.alerts().telling(unsaid::near, unsaid::muted));
  }

  /** The rules that a line with these settings judges by. */
  public static Catalog rules(CatalogSettings settings) {
    return settings.directory() == null ? Catalog.builtIn() : Catalog.load(settings.directory());
  }
}
