package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.CatalogSettings;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker inside this process with all topics, and a way to fill the raw one; nothing analyzes.
 * Everything it keeps is deleted when it is closed. To be used by one thread.
 */
public final class EmbeddedRaw implements AutoCloseable {
  /**
   * One thread reads it; one partition keeps the order of the input, which joining attempts needs.
   */
  private static final int PARTITIONS = 1;

  private final Path directory;
  private final EmbeddedBroker broker;
  private final AnalyzerConfig config;
  private final RawWriter raw;
  private RawWriter chunks;

  private EmbeddedRaw(CatalogSettings catalog) throws IOException {
    directory = Files.createTempDirectory("gateway-analyzer-");
    broker = EmbeddedBroker.start(Files.createDirectory(directory.resolve("broker")));
    AnalyzerConfig standard = AnalyzerConfig.defaults();
    config =
        standard
            .withBootstrapServers(broker.bootstrapServers())
            .withTopics(standard.topics().keptForever(PARTITIONS))
            .withCatalog(catalog)
            .withProcessing(standard.processing().withStateDirectory(directory.resolve("state")));
    createTopics();
    raw = new RawWriter(config, Topics.of(config).rawRequests().name());
  }

  /**
   * Starts the broker and creates the topics.
   *
   * @param catalog the rules that its configuration names
   */
  public static EmbeddedRaw start(CatalogSettings catalog) {
    try {
      return new EmbeddedRaw(catalog);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a directory for the embedded broker", e);
    }
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
  }

  /** Raw records sent; chunks are none. */
  public long sent() {
    return raw.sent();
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
    List<Runnable> parts = List.of(raw::close, this::closeChunks, broker::close, this::delete);
    parts.forEach(Runnable::run);
  }

  private void closeChunks() {
    if (chunks != null) {
      chunks.close();
    }
  }

  private void createTopics() {
    try (Admin admin = Kafka.connect(config)) {
      new TopicCreator(admin).createMissing(Topics.of(config).all());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
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
