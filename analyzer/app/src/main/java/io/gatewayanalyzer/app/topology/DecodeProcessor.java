package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.assemble.StreamInput;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.event.RawRef;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Node {@code decode}: a raw record becomes a request for the classifier, or an unknown record. One
 * whose stream is logged apart goes to its stream first.
 */
final class DecodeProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final Decoder decoder;
  private final UnknownRecords unknown;
  private final LineWatcher watcher;
  private ProcessorContext<byte[], Object> context;

  DecodeProcessor(Decoder decoder, UnknownRecords unknown, LineWatcher watcher) {
    this.decoder = decoder;
    this.unknown = unknown;
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> given) {
    this.context = given;
  }

  @Override
  public void process(Record<byte[], byte[]> raw) {
    watcher.read(Stage.DECODE);
    RawRef ref = context.recordMetadata().map(RawRefs::of).orElse(null);
    Decoded decoded = decode(raw.value());
    if (decoded instanceof RawRequest request) {
      if (isApart(request)) {
        context.forward(streamInput(raw, ref, request), Names.STREAM_REQUESTS);
        return;
      }
      context.forward(raw.withValue(new Arrived(ref, raw.value(), request)), Names.CLASSIFY);
    } else if (decoded instanceof Undecodable undecodable) {
      context.forward(unknown.undecodable(raw, ref, undecodable), Names.UNKNOWN);
    }
  }

  /** Whether its frames come apart from it, and can be found. */
  private static boolean isApart(RawRequest request) {
    return request.streamLogged() && request.stream() == null && request.requestId() != null;
  }

  private static Record<byte[], Object> streamInput(
      Record<byte[], byte[]> raw, RawRef ref, RawRequest request) {
    long timeMs =
        request.timestampMs() < 0
            ? raw.timestamp()
            : request.timestampMs() + Math.max(0, request.durationMs());
    StreamInput input =
        new StreamInput.Request(request.requestId(), raw.value(), ref, timeMs, raw.timestamp());
    return new Record<>(
        request.requestId().getBytes(StandardCharsets.UTF_8),
        StreamInputs.write(input),
        raw.timestamp());
  }

  private Decoded decode(byte[] value) {
    try {
      return decoder.decode(value);
    } catch (ClassCastException e) {
      // Kafka Streams takes this one for a wrong serde and stops without asking the handler.
      throw new IllegalStateException(e);
    }
  }
}
