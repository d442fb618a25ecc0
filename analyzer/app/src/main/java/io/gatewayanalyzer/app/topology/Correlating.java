package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.serde.OperationJson;
import io.gatewayanalyzer.app.serde.Text;
import io.gatewayanalyzer.core.correlate.CorrelateSettings;
import io.gatewayanalyzer.core.correlate.Correlated;
import io.gatewayanalyzer.core.correlate.OperationState;
import io.gatewayanalyzer.core.correlate.OperationStateCodec;
import io.gatewayanalyzer.core.correlate.RetryCorrelator;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.step.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What node {@code correlate} is made of: attempts in, operations out, as records for the topic and
 * as they are for {@code count}.
 */
final class Correlating implements StepNode<Attempt, OperationState, Attempt, Correlated, Object> {
  private final RetryCorrelator correlator;
  private final OperationJson operations = new OperationJson();
  private final LineHooks hooks;

  Correlating(CorrelateSettings settings, LineHooks hooks) {
    this.correlator = new RetryCorrelator(settings);
    this.hooks = hooks;
  }

  @Override
  public String store() {
    return Names.OPERATIONS_STORE;
  }

  @Override
  public Step<OperationState, Attempt, Correlated> step() {
    return correlator;
  }

  @Override
  public List<Attempt> inputs(Attempt value) {
    return List.of(value);
  }

  @Override
  public long eventTimeMs(Attempt attempt) {
    return attempt.eventTimeMs();
  }

  @Override
  public long latestMs(Attempt attempt) {
    return attempt.ingestTimeMs();
  }

  /** The raw partition: the line reads each of them in order, but not in step with the others. */
  @Override
  public Object source(Attempt attempt) {
    return attempt.rawRef() == null
        ? ""
        : new RawPartition(attempt.rawRef().topic(), attempt.rawRef().partition());
  }

  @Override
  public byte[] write(OperationState state) {
    return OperationStateCodec.write(state);
  }

  @Override
  public OperationState read(byte[] state) {
    return OperationStateCodec.read(state);
  }

  @Override
  public void output(Correlated output, long timeMs, ProcessorContext<byte[], Object> context) {
    if (output instanceof Correlated.Closed closed) {
      hooks.watcher().operation(closed, context.currentSystemTimeMs());
      Operation operation = closed.operation();
      byte[] key = Text.name(operation.operationId()).getBytes(StandardCharsets.UTF_8);
      long recordTimeMs = OutputTime.of(operation.endedMs(), timeMs);
      context.forward(
          new Record<>(key, operations.write(operation), recordTimeMs), Names.OPERATIONS);
      context.forward(new Record<>(key, closed, recordTimeMs), Names.COUNT);
    } else {
      (output instanceof Correlated.Late ? hooks.late() : hooks.repeated()).increment();
    }
  }

  @Override
  public String clock() {
    return Names.ATTEMPT_CLOCK;
  }

  private record RawPartition(String topic, int partition) {}
}
