package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which Kafka cluster to work with. */
final class ClusterOption {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,...]",
      description = "The Kafka cluster; overrides the file's.")
  private String bootstrapServers;

  @Mixin private ConfigOption config;

  /** Whether a cluster was named. */
  boolean given() {
    return bootstrapServers != null || config.given();
  }

  /** The settings; refuses to guess a cluster. */
  AnalyzerConfig load() {
    if (!given()) {
      throw CommandFailed.usage("which Kafka? give --bootstrap-servers HOST:PORT or --config FILE");
    }
    AnalyzerConfig settings = config.load();
    return bootstrapServers == null ? settings : settings.withBootstrapServers(bootstrapServers);
  }
}
