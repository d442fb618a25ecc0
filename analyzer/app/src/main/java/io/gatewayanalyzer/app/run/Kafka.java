package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The cluster as the analyzer first meets it. */
public final class Kafka {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Pattern ADDRESSES = Pattern.compile("[^,]+:\\d+(\\s*,[^,]+:\\d+)*\\s*");

  private Kafka() {}

  /**
   * Connects, and makes sure that somebody answers.
   *
   * @return a client the caller closes
   * @throws NoKafkaException when nobody answers within some seconds, or the answer is no
   * @throws ConfigException when the address or a client property has the wrong form
   */
  public static Admin connect(AnalyzerConfig config) {
    return connect(config, PATIENCE);
  }

  static Admin connect(AnalyzerConfig config, Duration patience) {
    Admin admin = client(config);
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

  private static Admin client(AnalyzerConfig config) {
    String servers = config.bootstrapServers();
    if (!ADDRESSES.matcher(servers).matches()) {
      throw new ConfigException(
          "key 'bootstrap-servers': got '" + servers + "'; accepted: host:port,host:port");
    }
    try {
      return Admin.create(StreamsProperties.admin(config));
    } catch (KafkaException e) {
      if (String.valueOf(rootCause(e).getMessage()).startsWith("No resolvable")) {
        throw unreachable(config, "the host name does not resolve", e);
      }
      // Kafka's message may repeat the property's value.
      throw new ConfigException(
          "key 'kafka': got a property that Kafka refuses; accepted: client properties");
    }
  }

  private static Throwable rootCause(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static NoKafkaException unreachable(AnalyzerConfig config, Exception e) {
    Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
    return unreachable(config, cause.getClass().getSimpleName(), e);
  }

  private static NoKafkaException unreachable(AnalyzerConfig config, String why, Exception e) {
    return new NoKafkaException(
        "cannot reach Kafka at " + config.bootstrapServers() + " (" + why + ")", e);
  }
}
