package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * A broker inside this process with all topics, and a way to fill the raw one; nothing analyzes.
 * Everything it keeps is deleted when it is closed. To be used by one thread.
 */
public final class EmbeddedRaw implements AutoCloseable {
  /**
   * One thread reads it; one partition keeps the order of the input, which joining attempts needs.
   */
  private static final int PARTITIONS = 1;

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Path directory;
  private final EmbeddedBroker broker;
  private final AnalyzerConfig config;
  private final Admin admin;
  private final RawWriter raw;
  private RawWriter chunks;
  private long chunksSent;

  private EmbeddedRaw(AnalyzerConfig settings, Pace pace) throws IOException {
    directory = Files.createTempDirectory("gateway-analyzer-");
    broker = EmbeddedBroker.begin(Files.createDirectory(directory.resolve("broker")));
    AnalyzerConfig standard = pace.applyTo(settings);
    config =
        standard
            .withBootstrapServers(broker.bootstrapServers())
            .withTopics(standard.topics().keptForever(PARTITIONS))
            .withProcessing(standard.processing().withStateDirectory(directory.resolve("state")));
    admin = Admin.create(StreamsProperties.admin(config));
    raw = new RawWriter(config, Topics.of(config).rawRequests().name());
  }

  /**
   * Starts the broker and creates the topics.
   *
   * @param settings what its configuration says of rules and alerts
   */
  public static EmbeddedRaw start(AnalyzerConfig settings) {
    EmbeddedRaw raw = begin(settings, Pace.STEADY);
    try {
      raw.awaitStarted();
      return raw;
    } catch (RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Begins to start the broker, and returns before it has started: clients may be made for it, but
   * nothing is sent before {@link #awaitStarted}.
   */
  static EmbeddedRaw begin(AnalyzerConfig settings, Pace pace) {
    try {
      return new EmbeddedRaw(settings, pace);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a directory for the embedded broker", e);
    }
  }

  /** Waits until the broker answers, and creates the topics. */
  void awaitStarted() {
    broker.awaitStarted();
    createTopics();
  }

  /** A client of the broker, as long as this is open. */
  Admin admin() {
    return admin;
  }

  /** Settings of a line on this broker. */
  public AnalyzerConfig config() {
    return config;
  }

  /** Sends one raw record; waits when the broker is far behind. */
  public void send(byte[] record) {
    raw.send(record);
  }

  /** Sends one chunk of a stream that is logged apart from its request. */
  public void sendChunk(String requestId, byte[] chunk) {
    if (chunks == null) {
      chunks = new RawWriter(config, Topics.of(config).rawStreams().name());
    }
    chunks.send(requestId.getBytes(StandardCharsets.UTF_8), chunk);
    chunksSent++;
  }

  /** Raw records sent; chunks are none. */
  public long sent() {
    return raw.sent();
  }

  /** Chunks sent. */
  long chunksSent() {
    return chunksSent;
  }

  /** Makes sure that everything sent has arrived at the raw topics. */
  public void flush() {
    raw.flush();
    if (chunks != null) {
      chunks.flush();
    }
  }

  @Override
  public void close() {
    List<Runnable> parts =
        List.of(
            raw::close, this::closeChunks, () -> admin.close(CLOSING), broker::close, this::delete);
    parts.forEach(Runnable::run);
  }

  private void closeChunks() {
    if (chunks != null) {
      chunks.close();
    }
  }

  private void createTopics() {
    try {
      // Both make the broker create the log of a coordinator, which others need in a moment.
      admin.listConsumerGroupOffsets(config.applicationId());
      admin.describeTransactions(List.of(config.applicationId()));
      new TopicCreator(admin).createMissing(Topics.of(config).all());
      awaitLeaders(Topics.of(config).all());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  /**
   * A broker names a topic before it leads it. A producer with several batches on the way would be
   * refused the first and granted the second, and then try the first in vain for minutes.
   */
  private void awaitLeaders(List<Topic> topics) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    admin.listOffsets(asked).all().get();
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Temporary files; the system clears them.
    }
  }
}
