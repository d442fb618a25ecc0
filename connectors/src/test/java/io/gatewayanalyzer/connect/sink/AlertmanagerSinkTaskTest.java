package io.gatewayanalyzer.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.connect.alertmanager.Alerts;
import io.gatewayanalyzer.connect.alertmanager.FakeAlertmanager;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AlertmanagerSinkTaskTest {
  private static final TopicPartition PARTITION = new TopicPartition(Alerts.TOPIC, 0);

  private final FakeSinkContext context = new FakeSinkContext();

  @Test
  void shouldReadTheTopicFromItsBeginningAndPostWhenItKnowsTheEnd() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy()) {
      // given
      AlertmanagerSinkTask task = started(alertmanager);
      // when
      task.put(
          List.of(
              record(0, Alerts.json("acme", "firing")),
              record(1, Alerts.json("umbrella", "firing")),
              record(2, Alerts.json("acme", "resolved"))));
      task.put(List.of());
      // then
      FakeAlertmanager.Post first = alertmanager.next();
      assertThat(first.tells("umbrella")).isTrue();
      assertThat(first.tells("acme")).isFalse();
      assertThat(context.rewound()).containsExactly(Map.entry(PARTITION, 0L));
      task.stop();
    }
  }

  @Test
  void shouldForgetWhatIsDeletedAndWhatOthersLookAfter() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy()) {
      // given
      TopicPartition other = new TopicPartition(Alerts.TOPIC, 1);
      AlertmanagerSinkTask task = started(alertmanager, PARTITION, other);
      task.put(
          List.of(
              record(0, Alerts.json("acme", "firing")),
              record(1, Alerts.json("umbrella", "firing")),
              record(2, null),
              record(1, 0, Alerts.json("initech", "firing"))));
      // when
      task.close(List.of(other));
      task.put(List.of());
      // then
      FakeAlertmanager.Post first = alertmanager.next();
      assertThat(first.tells("umbrella")).isTrue();
      assertThat(first.tells("acme")).isFalse();
      assertThat(first.tells("initech")).isFalse();
      task.stop();
    }
  }

  @Test
  void shouldGiveWhatIsNoAlertToTheDeadLetters() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy()) {
      // given
      AlertmanagerSinkTask task = started(alertmanager);
      SinkRecord bad =
          record(0, "{\"alert_id\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      SinkRecord structured =
          new SinkRecord(Alerts.TOPIC, 0, null, "x", null, Map.of("alert_id", "x"), 1);
      // when
      task.put(List.of(bad, structured, record(2, Alerts.json("acme", "firing"))));
      // then
      assertThat(context.deadLetters().keySet()).containsExactly(bad, structured);
      assertThat(context.deadLetters().values())
          .extracting(Throwable::getMessage)
          .containsExactly("not JSON", "neither bytes nor text; use ByteArrayConverter");
      task.stop();
    }
  }

  @Test
  void shouldGiveWhatAlertmanagerRefusesToTheDeadLettersOnce() throws Exception {
    try (FakeAlertmanager alertmanager =
        new FakeAlertmanager(post -> post.tells("bad") ? 422 : 200)) {
      // given
      AlertmanagerSinkTask task = started(alertmanager);
      SinkRecord refused = record(1, Alerts.json("bad", "firing"));
      // when
      task.put(List.of(record(0, Alerts.json("good", "firing")), refused));
      while (context.deadLetters().isEmpty()) {
        task.put(List.of());
      }
      task.put(List.of());
      // then
      assertThat(context.deadLetters().keySet()).containsExactly(refused);
      assertThat(context.deadLetters().get(refused))
          .hasMessage("refused by Alertmanager: status 422");
      task.stop();
    }
  }

  @Test
  void shouldSayInOneLineThatTheTrustStoreCannotBeUsed(@TempDir java.nio.file.Path directory)
      throws Exception {
    // given
    java.nio.file.Path file = java.nio.file.Files.writeString(directory.resolve("t.p12"), "no");
    AlertmanagerSinkTask task = new AlertmanagerSinkTask();
    task.initialize(context);
    // when
    assertThatThrownBy(
            () ->
                task.start(
                    Map.of(
                        "alertmanager.urls",
                        "https://localhost:9093",
                        "ssl.truststore.location",
                        file.toString())))
        // then
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(file.toString());
    task.stop();
  }

  @Test
  void shouldBeFoundByAConnectWorker() {
    // when
    ServiceLoader<SinkConnector> found = ServiceLoader.load(SinkConnector.class);
    // then
    assertThat(found).hasAtLeastOneElementOfType(AlertmanagerSinkConnector.class);
  }

  @Test
  void shouldGiveEveryTaskTheWholeConfiguration() {
    // given
    AlertmanagerSinkConnector connector = new AlertmanagerSinkConnector();
    Map<String, String> properties = Map.of("alertmanager.urls", "http://localhost:9093");
    connector.start(properties);
    // when
    List<Map<String, String>> tasks = connector.taskConfigs(2);
    // then
    assertThat(tasks).containsExactly(properties, properties);
    assertThat(connector.taskClass()).isEqualTo(AlertmanagerSinkTask.class);
    assertThat(connector.version()).isNotBlank();
  }

  private AlertmanagerSinkTask started(FakeAlertmanager alertmanager, TopicPartition... own) {
    AlertmanagerSinkTask task = new AlertmanagerSinkTask();
    task.initialize(context);
    task.start(Map.of("alertmanager.urls", alertmanager.uri().toString()));
    task.open(own.length == 0 ? List.of(PARTITION) : List.of(own));
    return task;
  }

  private static SinkRecord record(long offset, byte[] value) {
    return record(0, offset, value);
  }

  /** A record; a tombstone is one of {@code acme}. */
  private static SinkRecord record(int partition, long offset, byte[] value) {
    return new SinkRecord(Alerts.TOPIC, partition, null, "acme", null, value, offset);
  }
}
