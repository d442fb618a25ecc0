package io.gatewayanalyzer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.connect.alertmanager.BackOff;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.connect.alertmanager.TrustStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String EVERYTHING =
      """
      bootstrap-servers: kafka-1:9092,kafka-2:9092
      application-id: analyzer-eu
      topics:
        create: false
        replication-factor: 3
        raw-requests: {name: raw, partitions: 11, retention: 1d}
        raw-streams: {name: chunks, partitions: 12, retention: 2h}
        stream-inputs: {name: pieces, partitions: 18, retention: 3h}
        attempts: {name: tries, partitions: 13, retention: forever}
        errors: {name: failures, partitions: 14, retention: 4m}
        operations: {name: wishes, partitions: 17, retention: 2d}
        counts: {name: sums, partitions: 20, retention: 5h}
        alerts: {name: alarms, partitions: 19, retention: 6d}
        unknown: {name: unexplained, partitions: 15, retention: 5s}
        dead-letters: {name: dead, partitions: 16, retention: 60000ms}
      decode:
        max-bytes: 2_000_000
      catalog:
        directory: /etc/analyzer/catalog
      streams:
        idle-timeout: 90s
        request-timeout: 20m
        store: rocksdb
      correlate:
        gap: 3m
        grace: 500ms
        store: rocksdb
      alerts:
        RetryStorm: {ratio: 1.5}
        slos: []
      alertmanager:
        urls: [http://one:9093, https://two/am]
        interval: 30s
        timeout: 3s
        auth: {user: sender, password: example-only}
        tls: {truststore: pom.xml, truststore-password: example-only, truststore-type: jks}
      http: {host: 0.0.0.0, port: 0}
      metrics:
        models: [gpt-5, llama-4]
        max-models: 20
        max-providers: 5
        max-gateways: 3
        max-series: 1000
      traces: {healthy-ratio: 5 %, queue: 100}
      processing:
        threads: 2
        state-directory: /var/lib/analyzer
        commit-interval: 500ms
        linger: 20ms
        transaction-timeout: 15s
        session-timeout: 20s
      kafka:
        security.protocol: SASL_SSL
        consumer.fetch.max.wait.ms: 50
      """;

  @Test
  void shouldTakeDefaultsForWhatIsNotSet() {
    // Given
    String yaml = "# nothing\n";

    // When
    AnalyzerConfig config = ConfigReader.parse("empty.yaml", yaml);

    // Then
    assertThat(config).isEqualTo(AnalyzerConfig.defaults());
  }

  @Test
  void shouldTakeEveryPropertyThatIsSet() {
    // Given
    String yaml = EVERYTHING;

    // When
    AnalyzerConfig config = ConfigReader.parse("all.yaml", yaml);

    // Then
    assertThat(config)
        .isEqualTo(
            new AnalyzerConfig(
                "kafka-1:9092,kafka-2:9092",
                "analyzer-eu",
                everyTopic(),
                new DecodeSettings(2_000_000),
                new CatalogSettings(Path.of("/etc/analyzer/catalog")),
                new StreamsSettings(
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(20),
                    CorrelateSettings.Store.ROCKSDB),
                new CorrelateSettings(
                    Duration.ofMinutes(3), Duration.ofMillis(500), CorrelateSettings.Store.ROCKSDB),
                AlertsReader.parse("alerts", "RetryStorm: {ratio: 1.5}\nslos: []"),
                new DeliverySettings(
                    List.of(URI.create("http://one:9093"), URI.create("https://two/am")),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(3),
                    BackOff.defaults(),
                    config.alertmanager().auth(),
                    new TrustStore(Path.of("pom.xml"), "example-only", TrustStore.Type.JKS)),
                new HttpSettings("0.0.0.0", 0),
                new MetricsSettings(List.of("gpt-5", "llama-4"), 20, 5, 3, 1000),
                new TracesSettings(0.05, 100),
                new ProcessingSettings(
                    2,
                    Path.of("/var/lib/analyzer"),
                    Duration.ofMillis(500),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20)),
                new KafkaSettings(
                    Map.of("security.protocol", "SASL_SSL", "consumer.fetch.max.wait.ms", "50"))));
  }

  private static TopicsSettings everyTopic() {
    return new TopicsSettings(
        false,
        3,
        new TopicSettings("raw", 11, Duration.ofDays(1)),
        new TopicSettings("chunks", 12, Duration.ofHours(2)),
        new TopicSettings("pieces", 18, Duration.ofHours(3)),
        new TopicSettings("tries", 13, null),
        new TopicSettings("failures", 14, Duration.ofMinutes(4)),
        new TopicSettings("wishes", 17, Duration.ofDays(2)),
        new TopicSettings("sums", 20, Duration.ofHours(5)),
        new TopicSettings("alarms", 19, Duration.ofDays(6)),
        new TopicSettings("unexplained", 15, Duration.ofSeconds(5)),
        new TopicSettings("dead", 16, Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          processing: {threads: many}      | key 'processing.threads': got 'many'; accepted: a whole number from 1 to 1000
          processing: {threads: 0}         | key 'processing.threads': got '0'; accepted: a whole number from 1 to 1000
          processing: {linger: 20}         | key 'processing.linger': got '20'; accepted: a number with ms, s, m, h or d, such as 30s
          topics: {create: yes}            | key 'topics.create': got 'yes'; accepted: true or false
          topics: {errors: {retention: x}} | key 'topics.errors.retention': got 'x'; accepted: a number with ms, s, m, h or d, such as 30s, or forever
          correlate: {store: disk}         | key 'correlate.store': got 'disk'; accepted: memory or rocksdb
          streams: {store: disk}           | key 'streams.store': got 'disk'; accepted: memory or rocksdb
          alertmanager: {urls: 'am:1'}     | key 'alertmanager.urls': got something else as number 1; accepted: http://HOST:PORT or https://HOST:PORT, without user, query or fragment
          alertmanager: {urls: [http://a:1, http://u:pw@a:1]} | key 'alertmanager.urls': got something else as number 2; accepted: http://HOST:PORT or https://HOST:PORT, without user, query or fragment
          alertmanager: {urls: [[a]]}      | key 'alertmanager.urls': got a section; accepted: a list of texts
          alertmanager: {interval: 0s}     | key 'alertmanager.interval': got '0s'; accepted: a number with ms, s, m, h or d, such as 30s, more than zero
          alertmanager: {auth: {user: me}} | key 'alertmanager.auth.user': got it here; accepted: user and password, or token, or neither
          alertmanager: {auth: {password: pw}} | key 'alertmanager.auth.password': got it here; accepted: user and password, or token, or neither
          alertmanager: {auth: {user: me, password: pw, token: t}} | key 'alertmanager.auth.token': got it here; accepted: user and password, or token, or neither
          alertmanager: {tls: {truststore: /no/such}} | key 'alertmanager.tls.truststore': got it here; accepted: a file that can be read
          alertmanager: {tls: {truststore-type: pem}} | key 'alertmanager.tls.truststore-type': got 'pem'; accepted: pkcs12 or jks
          alerts: {RetryStorm: {ratio: x}} | key 'alerts.RetryStorm.ratio': got 'x'; accepted: a number such as 1.2
          decode: {max-byte: 1}            | key 'decode.max-byte': got an unknown key; accepted: max-bytes
          decode: 7                        | key 'decode': got a single value; accepted: keys
          application-id:                  | key 'application-id': got ''; accepted: a text
          application-id: [a]              | key 'application-id': got a section; accepted: a text
          """)
  void shouldSayInOneLineWhatIsWrong(String line, String message) {
    // Given
    String yaml = "# first\n" + line + "\n";

    // When / Then
    assertThatThrownBy(() -> ConfigReader.parse("c.yaml", yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessage("c.yaml:2: " + message);
  }

  @Test
  void shouldRefuseAKeyThatIsSetTwice() {
    // Given
    String yaml = "decode: {}\ndecode: {}\n";

    // When / Then
    assertThatThrownBy(() -> ConfigReader.parse("c.yaml", yaml))
        .hasMessage("c.yaml:2: key 'decode': got it twice; accepted: once");
  }

  @Test
  void shouldNotLetThePassThroughBreakAGuarantee() {
    // Given
    String yaml = "kafka:\n  processing.guarantee: at_least_once\n";

    // When / Then
    assertThatThrownBy(() -> ConfigReader.parse("c.yaml", yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("c.yaml:2: key 'kafka.processing.guarantee': got it here;");
  }

  @Test
  void shouldNameTheLineOfBrokenYaml() {
    // Given
    String yaml = "decode:\n  max-bytes: [1\n";

    // When / Then
    assertThatThrownBy(() -> ConfigReader.parse("c.yaml", yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("c.yaml:3: not YAML: ");
  }

  @Test
  void shouldSayWhenTheFileCannotBeRead() {
    // Given
    Path file = Path.of("no-such-file.yaml");

    // When / Then
    assertThatThrownBy(() -> ConfigReader.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessage("no-such-file.yaml: cannot be read; accepted: a readable UTF-8 file");
  }

  @Test
  void shouldReadTheExampleAsTheDefaultsItDocuments() {
    // Given
    Path example = Path.of("..", "..", "config", "analyzer.example.yaml");

    // When
    AnalyzerConfig config = ConfigReader.read(example);

    // Then
    assertThat(config).isEqualTo(AnalyzerConfig.defaults());
  }

  @Test
  void shouldNotPrintValuesOfClientProperties() {
    // Given
    KafkaSettings settings = new KafkaSettings(Map.of("sasl.jaas.config", "not-a-real-password"));

    // When
    String printed = settings.toString();

    // Then
    assertThat(printed).isEqualTo("KafkaSettings[sasl.jaas.config]");
  }
}
