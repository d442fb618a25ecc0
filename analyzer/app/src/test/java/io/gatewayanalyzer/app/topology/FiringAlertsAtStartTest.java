package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.AlertStatus;
import io.gatewayanalyzer.core.event.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task knows of alerts when it starts on a store that another one has left. */
class FiringAlertsAtStartTest {
  private static final long NOON_MS = 1_793_534_400_000L;

  @TempDir private Path state;
  private final List<String> heard = new ArrayList<>();
  private final KeyValueStore<Bytes, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(Names.MUTED_STORE), Serdes.Bytes(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final TaskClock clock = TaskClock.named(Names.COUNT_CLOCK).build();

  private final class Listening implements LineWatcher {
    @Override
    public void alert(String task, Alert alert) {
      heard.add(task + " says " + alert.name() + " " + alert.status().wire());
    }

    @Override
    public void alertFires(String task, String alertId, String name, Severity severity) {
      heard.add(task + " knows " + alertId + " " + name + " " + severity.wire());
    }

    @Override
    public void alertsGone(String task) {
      heard.add(task + " gone");
    }

    @Override
    public void creditsGone(String task) {
      heard.add(task + " says no more of credits");
    }

    @Override
    public void credit(
        String task,
        String gateway,
        String tenant,
        double leftUsd,
        double runwaySeconds,
        long nowMs) {
      heard.add(
          task
              + " says "
              + tenant
              + " at "
              + gateway
              + " has $"
              + leftUsd
              + " for "
              + runwaySeconds
              + " s");
    }
  }

  @Test
  void shouldSayAtOnceWhatWasSaidAndStillFires() {
    // Given
    StepProcessor<Alert, ?, ?, ?, byte[]> first = started();
    first.process(new Record<>(key(), alert("a1", AlertStatus.FIRING), NOON_MS));
    first.process(new Record<>(key(), alert("a2", AlertStatus.FIRING), NOON_MS));
    first.process(new Record<>(key(), alert("a2", AlertStatus.RESOLVED), NOON_MS));
    heard.clear();

    // When
    started();

    // Then
    assertThat(heard).containsExactly("3_0 knows a1 RetryStorm ticket");
  }

  @Test
  void shouldSayThatItEnds() {
    // Given
    StepProcessor<Alert, ?, ?, ?, byte[]> processor = started();
    processor.process(new Record<>(key(), alert("a1", AlertStatus.FIRING), NOON_MS));

    // When
    processor.close();

    // Then
    assertThat(heard).containsExactly("3_0 says RetryStorm firing", "3_0 gone");
  }

  @Test
  void shouldPassOnWhatIsKnownOfCredit() {
    // Given
    Alerting node = new Alerting(new Policies(List.of()), AlertHooks.endless(), new Listening());
    Scope account =
        new Scope("CreditRunwayLow", new TreeMap<>(Map.of("gateway", "g", "tenant", "acme")));
    node.found(List.of(), context());

    // When
    node.output(new AlertEvent.Credit(account, 9.5, 3_600), NOON_MS, context());

    // Then
    assertThat(heard).containsExactly("3_0 says acme at g has $9.5 for 3600.0 s");
  }

  @Test
  void shouldNotTakeWhatNobodySaysForAName() {
    // Given
    Alerting node = new Alerting(new Policies(List.of()), AlertHooks.endless(), new Listening());
    Scope account =
        new Scope(
            "CreditRunwayLow",
            new TreeMap<>(Map.of("gateway", Scope.UNKNOWN, "tenant", ScopeLabels.UNKNOWN)));
    node.found(List.of(), context());

    // When
    node.output(new AlertEvent.Credit(account, 9.5, 3_600), NOON_MS, context());

    // Then
    assertThat(heard).containsExactly("3_0 says null at null has $9.5 for 3600.0 s");
  }

  @Test
  void shouldSayNoMoreOfCreditsWhenTheTaskEnds() {
    // Given
    Alerting node = new Alerting(new Policies(List.of()), AlertHooks.endless(), new Listening());
    node.found(List.of(), context());

    // When
    node.closed();

    // Then
    assertThat(heard).containsExactly("3_0 says no more of credits");
  }

  private StepProcessor<Alert, ?, ?, ?, byte[]> started() {
    MockProcessorContext<byte[], byte[]> context = context();
    store.init(context.getStateStoreContext(), store);
    clock.init(context.getStateStoreContext(), clock);
    var processor =
        new StepProcessor<>(new Inhibiting(AlertHooks.endless(), new Listening()), null);
    processor.init(context);
    return processor;
  }

  private <V> MockProcessorContext<byte[], V> context() {
    MockProcessorContext<byte[], V> context =
        new MockProcessorContext<>(new Properties(), new TaskId(3, 0), state.toFile());
    context.setCurrentSystemTimeMs(NOON_MS);
    return context;
  }

  private static byte[] key() {
    return "g".getBytes(StandardCharsets.UTF_8);
  }

  private static Alert alert(String id, AlertStatus status) {
    return new Alert(
        id,
        status,
        Severity.TICKET,
        new TreeMap<>(
            Map.of("alertname", "RetryStorm", "severity", "ticket", "gateway", "g", "id", id)),
        Map.of(),
        NOON_MS,
        status == AlertStatus.FIRING ? -1 : NOON_MS + 1_000,
        1,
        1,
        60_000,
        Alert.Evidence.NONE);
  }
}
