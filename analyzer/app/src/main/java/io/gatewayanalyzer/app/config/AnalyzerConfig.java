package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.core.alert.AlertSettings;

/**
 * Everything a user may set, checked; the defaults of each part are its {@code defaults()}.
 *
 * @param bootstrapServers where Kafka is, {@code host:port,host:port}
 * @param applicationId the consumer group, and the prefix of everything the analyzer keeps in Kafka
 * @param topics names and settings of our topics
 * @param decode limits of what is read
 * @param catalog the rules
 * @param streams streams whose chunks are logged apart
 * @param correlate when attempts are one operation, and when it is over
 * @param alerts when somebody is told
 * @param alertmanager whom to tell about alerts; nobody when it has no targets
 * @param processing threads, state and commits
 * @param kafka further client properties, passed through
 */
public record AnalyzerConfig(
    String bootstrapServers,
    String applicationId,
    TopicsSettings topics,
    DecodeSettings decode,
    CatalogSettings catalog,
    StreamsSettings streams,
    CorrelateSettings correlate,
    AlertSettings alerts,
    DeliverySettings alertmanager,
    ProcessingSettings processing,
    KafkaSettings kafka) {
  /** What holds when the user sets nothing. */
  public static AnalyzerConfig defaults() {
    return new AnalyzerConfig(
        "localhost:9092",
        "gateway-analyzer",
        TopicsSettings.defaults(),
        DecodeSettings.defaults(),
        CatalogSettings.defaults(),
        StreamsSettings.defaults(),
        CorrelateSettings.defaults(),
        AlertSettings.defaults(),
        DeliverySettings.defaults(),
        ProcessingSettings.defaults(),
        KafkaSettings.defaults());
  }

  static AnalyzerConfig read(Section root) {
    AnalyzerConfig standard = defaults();
    AnalyzerConfig config =
        new AnalyzerConfig(
            root.text("bootstrap-servers", standard.bootstrapServers),
            root.text("application-id", standard.applicationId),
            TopicsSettings.read(root.section("topics")),
            DecodeSettings.read(root.section("decode")),
            CatalogSettings.read(root.section("catalog")),
            StreamsSettings.read(root.section("streams")),
            CorrelateSettings.read(root.section("correlate")),
            AlertsReader.read(root.section("alerts")),
            AlertmanagerSettings.read(root.section("alertmanager")),
            ProcessingSettings.read(root.section("processing")),
            KafkaSettings.read(root.section("kafka")));
    root.refuseUnknownKeys();
    return config;
  }

  /** The same settings for another cluster. */
  public AnalyzerConfig withBootstrapServers(String servers) {
    return new AnalyzerConfig(
        servers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings under another name. */
  public AnalyzerConfig withApplicationId(String other) {
    return new AnalyzerConfig(
        bootstrapServers,
        other,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings with other topics. */
  public AnalyzerConfig withTopics(TopicsSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        other,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings with other rules. */
  public AnalyzerConfig withCatalog(CatalogSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        other,
        streams,
        correlate,
        alerts,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings with other times and another store for operations. */
  public AnalyzerConfig withCorrelate(CorrelateSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        other,
        alerts,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings with others about alerts. */
  public AnalyzerConfig withAlerts(AlertSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        other,
        alertmanager,
        processing,
        kafka);
  }

  /** The same settings with others to be told about alerts. */
  public AnalyzerConfig withAlertmanager(DeliverySettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        other,
        processing,
        kafka);
  }

  /** The same settings with other threads, state and commits. */
  public AnalyzerConfig withProcessing(ProcessingSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        alertmanager,
        other,
        kafka);
  }

  /** The same settings with other client properties. */
  public AnalyzerConfig withKafka(KafkaSettings other) {
    return new AnalyzerConfig(
        bootstrapServers,
        applicationId,
        topics,
        decode,
        catalog,
        streams,
        correlate,
        alerts,
        alertmanager,
        processing,
        other);
  }
}
