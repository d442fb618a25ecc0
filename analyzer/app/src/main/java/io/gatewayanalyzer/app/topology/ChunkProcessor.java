package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.assemble.StreamInput;
import io.gatewayanalyzer.core.decode.ChunkReader;
import io.gatewayanalyzer.core.decode.DecodedChunk;
import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.event.RawRef;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Node {@code decode-chunks}: a raw chunk goes to its request, or becomes an unknown record. Keyed
 * by us, for another producer may place the same key elsewhere.
 */
final class ChunkProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final ChunkReader reader;
  private final UnknownRecords unknown;
  private final LineWatcher watcher;
  private ProcessorContext<byte[], Object> context;

  ChunkProcessor(ChunkReader reader, UnknownRecords unknown, LineWatcher watcher) {
    this.reader = reader;
    this.unknown = unknown;
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> given) {
    this.context = given;
  }

  @Override
  public void process(Record<byte[], byte[]> raw) {
    watcher.read(Stage.DECODE_CHUNKS);
    RawRef ref = context.recordMetadata().map(RawRefs::of).orElse(null);
    DecodedChunk decoded = reader.read(raw.value());
    if (decoded instanceof Undecodable undecodable) {
      context.forward(unknown.undecodable(raw, ref, undecodable), Names.UNKNOWN_CHUNKS);
      return;
    }
    StreamChunk chunk = (StreamChunk) decoded;
    String requestId = requestId(chunk, raw.key());
    if (requestId == null) {
      context.forward(
          unknown.undecodable(raw, ref, Undecodable.NO_REQUEST_ID), Names.UNKNOWN_CHUNKS);
      return;
    }
    StreamInput input = new StreamInput.Chunk(requestId, chunk, ref, raw.timestamp());
    context.forward(
        new Record<>(
            requestId.getBytes(StandardCharsets.UTF_8), StreamInputs.write(input), raw.timestamp()),
        Names.STREAM_CHUNKS);
  }

  private static String requestId(StreamChunk chunk, byte[] key) {
    if (chunk.requestId() != null) {
      return chunk.requestId();
    }
    return key == null || key.length == 0 ? null : new String(key, StandardCharsets.UTF_8);
  }
}
