package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.config.StreamsSettings;
import io.gatewayanalyzer.core.assemble.Assembled;
import io.gatewayanalyzer.core.assemble.HeldRequest;
import io.gatewayanalyzer.core.assemble.OpenStream;
import io.gatewayanalyzer.core.assemble.StreamAssembler;
import io.gatewayanalyzer.core.assemble.StreamInput;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.step.Decision;
import io.gatewayanalyzer.core.step.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What node {@code assemble} is made of: chunks and requests in, requests with their streams out.
 */
final class Assembling implements StepNode<byte[], OpenStream, StreamInput, Assembled, Arrived> {
  private final Step<OpenStream, StreamInput, Assembled> step;
  private final LineHooks hooks;
  private final Decoder decoder = new Decoder(Integer.MAX_VALUE);

  Assembling(StreamsSettings settings, LineHooks hooks) {
    this.step =
        new ToTheEnd(
            new StreamAssembler(
                settings.idleTimeout().toMillis(), settings.requestTimeout().toMillis()));
    this.hooks = hooks;
  }

  @Override
  public String store() {
    return Names.STREAMS_STORE;
  }

  @Override
  public Step<OpenStream, StreamInput, Assembled> step() {
    return step;
  }

  @Override
  public List<StreamInput> inputs(byte[] value) {
    return List.of(StreamInputs.read(value));
  }

  @Override
  public long eventTimeMs(StreamInput input) {
    return input.timeMs();
  }

  @Override
  public long latestMs(StreamInput input) {
    return input.ingestTimeMs();
  }

  /** The raw partition: each is read in order, but not in step with the others. */
  @Override
  public Object source(StreamInput input) {
    return input.ref().topic() + '-' + input.ref().partition();
  }

  @Override
  public byte[] write(OpenStream state) {
    return state.encode();
  }

  @Override
  public OpenStream read(byte[] state) {
    return OpenStream.decode(state);
  }

  /** The failure as it was sent is what is kept when nothing explains it, else the record. */
  @Override
  public void output(Assembled output, long timeMs, ProcessorContext<byte[], Arrived> context) {
    HeldRequest request = output.request();
    if (request == null) {
      hooks.alone().increment();
    }
    byte[] record = request == null ? new byte[0] : request.record();
    byte[] payload = output.failure() == null ? record : output.failure();
    context.forward(
        new Record<>(
            output.requestId().getBytes(StandardCharsets.UTF_8),
            new Arrived(
                output.ref(),
                payload,
                output.decode(decoder),
                output.stream(),
                output.notes().loss()),
            request == null ? timeMs : request.ingestTimeMs()));
  }

  /** At the end of the input nobody waits any more, a stream for its record included. */
  private record ToTheEnd(StreamAssembler assembler)
      implements Step<OpenStream, StreamInput, Assembled> {
    @Override
    public Decision<OpenStream, Assembled> on(OpenStream state, StreamInput input, long timeMs) {
      return assembler.on(state, input, timeMs);
    }

    @Override
    public Decision<OpenStream, Assembled> due(OpenStream state, long timeMs) {
      if (timeMs < Long.MAX_VALUE) {
        return assembler.due(state, timeMs);
      }
      List<Assembled> outputs = new ArrayList<>();
      for (OpenStream left = state; left != null; ) {
        Decision<OpenStream, Assembled> decision = assembler.due(left, timeMs);
        outputs.addAll(decision.outputs());
        left = decision.state();
      }
      return Decision.forget(outputs);
    }
  }
}
