package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.alert.AlertStep;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.MemoryCodec;
import io.gatewayanalyzer.core.alert.Policies;
import io.gatewayanalyzer.core.alert.ScopeLabels;
import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.step.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What node {@code alert} is made of: sums of scopes in, alerts out, keyed by gateway. */
final class Alerting implements StepNode<Counted, Memory, Delta, AlertEvent, Alert> {
  private final AlertStep step;
  private final AlertHooks hooks;
  private final LineWatcher watcher;
  private String task;

  Alerting(Policies policies, AlertHooks hooks, LineWatcher watcher) {
    this.step = new AlertStep(policies);
    this.hooks = hooks;
    this.watcher = watcher;
  }

  @Override
  public String store() {
    return Names.SCOPES_STORE;
  }

  @Override
  public Step<Memory, Delta, AlertEvent> step() {
    return step;
  }

  @Override
  public Progress progress(Counted value) {
    return value instanceof Counted.Until until
        ? new Progress(until.source(), until.clockMs())
        : null;
  }

  @Override
  public List<Delta> inputs(Counted value) {
    return ((Counted.Sums) value).deltas();
  }

  @Override
  public long eventTimeMs(Delta delta) {
    return delta.clockMs();
  }

  @Override
  public long latestMs(Delta delta) {
    return delta.clockMs();
  }

  @Override
  public Object source(Delta delta) {
    return delta.source();
  }

  @Override
  public byte[] write(Memory state) {
    return MemoryCodec.write(state);
  }

  @Override
  public Memory read(byte[] state) {
    return MemoryCodec.read(state);
  }

  /** Told at the start whatever the store holds. */
  @Override
  public void found(List<Memory> states, ProcessorContext<byte[], Alert> context) {
    closed();
    task = context.taskId().toString();
  }

  @Override
  public void closed() {
    if (task != null) {
      watcher.creditsGone(task);
    }
  }

  /**
   * A replay passes many minutes at once, and what explains has to come before what it explains.
   */
  @Override
  public long saidMs(AlertEvent output) {
    return output instanceof AlertEvent.Changed changed ? changed.alert().changedMs() : 0;
  }

  @Override
  public void output(AlertEvent output, long timeMs, ProcessorContext<byte[], Alert> context) {
    if (output instanceof AlertEvent.Changed changed) {
      String gateway = changed.alert().labels().getOrDefault(Scope.GATEWAY, Scope.UNKNOWN);
      context.forward(
          new Record<>(gateway.getBytes(StandardCharsets.UTF_8), changed.alert(), timeMs));
    } else if (output instanceof AlertEvent.Near near) {
      hooks.near().accept(near);
    } else if (output instanceof AlertEvent.Late) {
      hooks.late().increment();
    } else if (output instanceof AlertEvent.Credit credit) {
      SortedMap<String, String> account = credit.scope().labels();
      watcher.credit(
          task,
          said(account, Scope.GATEWAY),
          said(account, ScopeLabels.TENANT),
          credit.leftUsd(),
          credit.runwaySeconds(),
          context.currentSystemTimeMs());
    }
  }

  private static String said(SortedMap<String, String> account, String label) {
    String value = account.get(label);
    return Scope.UNKNOWN.equals(value) ? null : value;
  }

  @Override
  public boolean sharesTime() {
    return true;
  }

  @Override
  public String clock() {
    return Names.COUNT_CLOCK;
  }
}
