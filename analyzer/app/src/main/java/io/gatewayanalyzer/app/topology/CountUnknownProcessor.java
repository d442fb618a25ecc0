package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.alert.Policies;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Node {@code count-unknown}: records that cannot be read, from which no attempt has come. Errors
 * that no rule explains are counted as the attempts they are, which say whose they are.
 */
final class CountUnknownProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final CountFlush flush;
  private final LineWatcher watcher;
  private long clockMs = EventClock.UNKNOWN;

  CountUnknownProcessor(Policies policies, Drain drain, LineWatcher watcher) {
    this.flush = new CountFlush(policies, Names.COUNT_UNKNOWN_COMMITS, drain);
    this.watcher = watcher;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    clockMs = EventClock.UNKNOWN;
    flush.init(context, () -> clockMs);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    watcher.read(Stage.COUNT_UNKNOWN);
    clockMs = Math.max(clockMs, record.timestamp());
    if (UnknownRecords.UNDECODABLE_RECORD.equals(header(record, UnknownRecords.REASON))) {
      watcher.undecodable();
      flush
          .counter()
          .addUndecodable(
              header(record, UnknownRecords.FINGERPRINT),
              header(record, UnknownRecords.RAW_REF),
              record.timestamp());
      flush.counted(record.timestamp());
    }
  }

  private static String header(Record<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
