package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.run.InputProgress;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A way to fill the raw topic of a cluster that is there. To be used by one thread. */
public final class ClusterRaw implements AutoCloseable {
  private final AnalyzerConfig config;
  private final Topic topic;
  private final RawWriter raw;

  private ClusterRaw(AnalyzerConfig config, Topic topic) {
    this.config = config;
    this.topic = topic;
    this.raw = new RawWriter(config, topic.name());
  }

  /**
   * Connects, and creates the raw topic if it is missing and may be created.
   *
   * @param config where the cluster is and what the topic is called
   * @throws io.gatewayanalyzer.app.run.NoKafkaException when nobody answers
   */
  public static ClusterRaw connect(AnalyzerConfig config) {
    Topic topic = Topics.of(config).rawRequests();
    try (Admin admin = Kafka.connect(config)) {
      if (config.topics().create()) {
        new TopicCreator(admin).createMissing(List.of(topic));
      }
      // Answers once every partition is led: a producer that is earlier may try for minutes.
      new InputProgress(admin, config.applicationId()).ends(topic.name());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot prepare topic " + topic.name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while preparing topic " + topic.name(), e);
    }
    return new ClusterRaw(config, topic);
  }

  /** The topic and the cluster, for people. */
  public String where() {
    return topic.name() + " at " + config.bootstrapServers();
  }

  /** Sends one raw record; waits when the cluster is far behind. */
  public void send(byte[] record) {
    raw.send(record);
  }

  /** Raw records sent. */
  public long sent() {
    return raw.sent();
  }

  /** Makes sure that everything sent has arrived. */
  public void flush() {
    raw.flush();
  }

  @Override
  public void close() {
    raw.close();
  }
}
