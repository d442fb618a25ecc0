package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.report.Tally;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Counts what comes out of the line. */
public final class TallySink implements ResultSink {
  private static final byte[] UNDECODABLE = "undecodable_record".getBytes(StandardCharsets.UTF_8);

  private final Tally tally = new Tally();

  /** What has been counted so far. */
  public Tally tally() {
    return tally;
  }

  @Override
  public void attempt(ConsumerRecord<byte[], byte[]> attempt) {
    tally.attempt(attempt.value());
  }

  @Override
  public void error(ConsumerRecord<byte[], byte[]> error) {
    // Its attempt has said so already.
  }

  @Override
  public void operation(ConsumerRecord<byte[], byte[]> operation) {
    tally.operation(operation.value());
  }

  @Override
  public void alert(ConsumerRecord<byte[], byte[]> alert) {
    tally.alert(alert.value());
  }

  @Override
  public void unknown(ConsumerRecord<byte[], byte[]> unknown) {
    if (isUndecodable(unknown)) {
      tally.undecodable();
    } else {
      tally.unrecognized();
    }
  }

  static boolean isUndecodable(ConsumerRecord<byte[], byte[]> unknown) {
    // The last one is ours; raw headers of the same name come before it.
    Header reason = unknown.headers().lastHeader("reason");
    return reason != null && Arrays.equals(reason.value(), UNDECODABLE);
  }
}
