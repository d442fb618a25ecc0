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
  public void output(AlertEvent output, long timeMs, ProcessorContext<byte[], byte[]> context) {
    if (output instanceof AlertEvent.Changed changed) {
      Alert alert = changed.alert();
      watcher.alert(context.taskId().toString(), alert);
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
