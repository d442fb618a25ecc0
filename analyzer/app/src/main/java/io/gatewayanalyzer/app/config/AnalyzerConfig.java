package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.core.policy.AlertSettings;
import java.util.function.Consumer;

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
 * @param http where metrics and health are served
 * @param metrics how many names metrics may carry
 * @param traces which operations become traces
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
    HttpSettings http,
    MetricsSettings metrics,
    TracesSettings traces,
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
        HttpSettings.defaults(),
        MetricsSettings.defaults(),
        TracesSettings.defaults(),
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
            HttpSettings.read(root.section("http")),
            MetricsSettings.read(root.section("metrics")),
            TracesSettings.read(root.section("traces")),
            ProcessingSettings.read(root.section("processing")),
            KafkaSettings.read(root.section("kafka")));
    root.refuseUnknownKeys();
    return config;
  }

  /** The same settings for another cluster. */
  public AnalyzerConfig withBootstrapServers(String servers) {
    return with(parts -> parts.bootstrapServers = servers);
  }

  /** The same settings under another name. */
  public AnalyzerConfig withApplicationId(String other) {
    return with(parts -> parts.applicationId = other);
  }

  /** The same settings with other topics. */
  public AnalyzerConfig withTopics(TopicsSettings other) {
    return with(parts -> parts.topics = other);
  }

  /** The same settings with other rules. */
  public AnalyzerConfig withCatalog(CatalogSettings other) {
    return with(parts -> parts.catalog = other);
  }

  /** The same settings with other times and another store for operations. */
  public AnalyzerConfig withCorrelate(CorrelateSettings other) {
    return with(parts -> parts.correlate = other);
  }

  /** The same settings with others about alerts. */
  public AnalyzerConfig withAlerts(AlertSettings other) {
    return with(parts -> parts.alerts = other);
  }

  /** The same settings with others to be told about alerts. */
  public AnalyzerConfig withAlertmanager(DeliverySettings other) {
    return with(parts -> parts.alertmanager = other);
  }

  /** The same settings, served elsewhere. */
  public AnalyzerConfig withHttp(HttpSettings other) {
    return with(parts -> parts.http = other);
  }

  /** The same settings with other traces. */
  public AnalyzerConfig withTraces(TracesSettings other) {
    return with(parts -> parts.traces = other);
  }

  /** The same settings with other threads, state and commits. */
  public AnalyzerConfig withProcessing(ProcessingSettings other) {
    return with(parts -> parts.processing = other);
  }

  /** The same settings with other client properties. */
  public AnalyzerConfig withKafka(KafkaSettings other) {
    return with(parts -> parts.kafka = other);
  }

  private AnalyzerConfig with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** What a copy is made of. */
  private static final class Parts {
    private String bootstrapServers;
    private String applicationId;
    private TopicsSettings topics;
    private DecodeSettings decode;
    private CatalogSettings catalog;
    private StreamsSettings streams;
    private CorrelateSettings correlate;
    private AlertSettings alerts;
    private DeliverySettings alertmanager;
    private HttpSettings http;
    private MetricsSettings metrics;
    private TracesSettings traces;
    private ProcessingSettings processing;
    private KafkaSettings kafka;

    Parts(AnalyzerConfig from) {
      bootstrapServers = from.bootstrapServers;
      applicationId = from.applicationId;
      topics = from.topics;
      decode = from.decode;
      catalog = from.catalog;
      streams = from.streams;
      correlate = from.correlate;
      alerts = from.alerts;
      alertmanager = from.alertmanager;
      http = from.http;
      metrics = from.metrics;
      traces = from.traces;
      processing = from.processing;
      kafka = from.kafka;
    }

    AnalyzerConfig whole() {
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
          http,
          metrics,
          traces,
          processing,
          kafka);
    }
  }
}
