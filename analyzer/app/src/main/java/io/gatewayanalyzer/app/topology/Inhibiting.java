package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.serde.AlertJson;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.inhibit.Inhibitor;
import io.gatewayanalyzer.core.inhibit.Muting;
import io.gatewayanalyzer.core.inhibit.MutingCodec;
import io.gatewayanalyzer.core.step.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What node {@code inhibit} is made of: alerts in, those that nothing explains out. */
final class Inhibiting implements StepNode<Alert, Muting, Alert, AlertEvent, byte[]> {
  private final Inhibitor step = new Inhibitor();
  private final AlertJson alerts = new AlertJson();
  private final AlertHooks hooks;
  private final LineWatcher watcher;
  private String task;

  Inhibiting(AlertHooks hooks, LineWatcher watcher) {
    this.hooks = hooks;
    this.watcher = watcher;
  }

  @Override
  public String store() {
    return Names.MUTED_STORE;
  }

  @Override
  public Step<Muting, Alert, AlertEvent> step() {
    return step;
  }

  @Override
  public List<Alert> inputs(Alert value) {
    return List.of(value);
  }

  @Override
  public long eventTimeMs(Alert alert) {
    return alert.changedMs();
  }

  @Override
  public long latestMs(Alert alert) {
    return eventTimeMs(alert);
  }

  @Override
  public Object source(Alert alert) {
    return Names.ALERT;
  }

  @Override
  public byte[] write(Muting state) {
    return MutingCodec.write(state);
  }

  @Override
  public Muting read(byte[] state) {
    return MutingCodec.read(state);
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  /** What was said and fires is known at once, and not only when it changes. */
  @Override
  public void found(List<Muting> states, ProcessorContext<byte[], byte[]> context) {
    closed();
    task = context.taskId().toString();
    for (Muting muting : states) {
      muting
          .said()
          .forEach(one -> watcher.alertFires(task, one.alertId(), one.name(), one.severity()));
    }
  }

  @Override
  public void closed() {
    if (task != null) {
      watcher.alertsGone(task);
    }
  }

  @Override
  public void output(AlertEvent output, long timeMs, ProcessorContext<byte[], byte[]> context) {
    if (output instanceof AlertEvent.Changed changed) {
      Alert alert = changed.alert();
      watcher.alert(task, alert);
      byte[] key = alert.alertId().getBytes(StandardCharsets.UTF_8);
      context.forward(
          new Record<>(key, alerts.write(alert), OutputTime.of(eventTimeMs(alert), timeMs)));
    } else if (output instanceof AlertEvent.Muted muted) {
      hooks.muted().accept(muted);
      watcher.muted(muted.alert());
    }
  }

  @Override
  public boolean sharesTime() {
    return true;
  }

  @Override
  public String clock() {
    return Names.COUNT_CLOCK;
  }

  @Override
  public boolean movesClock() {
    return false;
  }
}
