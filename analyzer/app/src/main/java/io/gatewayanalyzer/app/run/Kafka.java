package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The cluster as the analyzer first meets it. */
public final class Kafka {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private Kafka() {}

  /**
   * Connects, and makes sure that somebody answers.
   *
   * @return a client the caller closes
   * @throws NoKafkaException when nobody answers within some seconds, or the answer is no
   */
  public static Admin connect(AnalyzerConfig config) {
    return connect(config, PATIENCE);
  }

  static Admin connect(AnalyzerConfig config, Duration patience) {
    Admin admin;
    try {
      admin = Admin.create(StreamsProperties.admin(config));
    } catch (KafkaException e) {
      throw unreachable(config, e);
    }
    try {
      admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return admin;
    } catch (ExecutionException | TimeoutException e) {
      admin.close(Duration.ZERO);
      throw unreachable(config, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      admin.close(Duration.ZERO);
      throw unreachable(config, e);
    }
  }

  private static NoKafkaException unreachable(AnalyzerConfig config, Exception e) {
    Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
    return new NoKafkaException(
        "cannot reach Kafka at "
            + config.bootstrapServers()
            + " ("
            + cause.getClass().getSimpleName()
            + ")",
        e);
  }
}
