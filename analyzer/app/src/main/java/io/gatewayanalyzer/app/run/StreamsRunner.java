package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the line: start, await, stop, in this order and once. An exception that reaches a
 * stream thread's end stops the whole run with {@link ExitCode#FAILURE}; a supervisor restarts it.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final AnalyzerConfig config;
  private final KafkaStreams streams;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final StreamsReadiness readiness = new StreamsReadiness(System::currentTimeMillis);

  /** A run that is not started, and that nobody watches. */
  public StreamsRunner(AnalyzerConfig config, Topology topology) {
    this(config, topology, LineWatcher.NOBODY);
  }

  /**
   * A run that is not started.
   *
   * @param watcher the one that the topology was built with
   */
  public StreamsRunner(AnalyzerConfig config, Topology topology, LineWatcher watcher) {
    this.config = config;
    this.streams = new KafkaStreams(topology, StreamsProperties.of(config, watcher));
    streams.setUncaughtExceptionHandler(this::onFailure);
    streams.setStateListener(this::onState);
  }

  /**
   * Creates missing topics and starts the stream threads; returns before the first record.
   *
   * @return one line for each way in which an existing topic differs from the configured one
   * @throws NoKafkaException when Kafka does not answer within some seconds
   */
  public List<String> start() {
    List<String> warnings;
    try (Admin admin = Kafka.connect(config)) {
      warnings = prepare(admin);
    }
    streams.start();
    return warnings;
  }

  /** Waits until the run is stopped or fails. */
  public ExitCode await() throws InterruptedException {
    ended.await();
    return failure.get() == null ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** Asks the run to end; {@link #await} returns once it has. Safe from any thread. */
  public void stop() {
    ended.countDown();
  }

  /** Stops on SIGTERM and SIGINT, so that the process ends by itself, cleanly and with code 0. */
  public void stopOnSignals() {
    StopSignals.onStop(this::stop);
  }

  /** Why the run failed; null when it did not. */
  public Throwable failure() {
    return failure.get();
  }

  /** The running streams, for metrics and states. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether the streams run. */
  public StreamsReadiness readiness() {
    return readiness;
  }

  /**
   * Commits, leaves the group so that others take over at once, and frees everything. Waits for at
   * most half a minute.
   */
  @Override
  public void close() {
    stop();
    streams.close(
        CloseOptions.timeout(CLOSING)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  private List<String> prepare(Admin admin) {
    TopicCreator topics = new TopicCreator(admin);
    try {
      if (config.topics().create()) {
        return topics.createMissing(Topics.of(config).all());
      }
      List<String> missing = topics.missing(Topics.of(config).all());
      if (!missing.isEmpty()) {
        throw new IllegalStateException("missing topics: " + String.join(", ", missing));
      }
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot prepare the topics: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while preparing the topics", e);
    }
  }

  private StreamThreadExceptionResponse onFailure(Throwable thrown) {
    failure.compareAndSet(null, thrown);
    // The message stays out: an exception may quote the record it failed on.
    LOG.error("a stream thread failed: {}", Causes.names(thrown));
    ended.countDown();
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void onState(State now, State before) {
    readiness.now(now);
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      ended.countDown();
    }
  }
}
