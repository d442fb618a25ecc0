package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.serde.AttemptJson;
import io.gatewayanalyzer.app.serde.ErrorJson;
import io.gatewayanalyzer.app.serde.Text;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.judge.Judged;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Nodes {@code classify} and {@code classify-streams}: a request becomes an attempt, when it failed
 * also an error, and when nothing explains the failure also an unknown record.
 */
final class ClassifyProcessor implements Processor<byte[], Arrived, byte[], byte[]> {
  private final Judging judge;
  private final UnknownRecords unknown;
  private final Sinks sinks;
  private final AttemptJson attempts = new AttemptJson();
  private final ErrorJson errors = new ErrorJson();
  private ProcessorContext<byte[], byte[]> context;

  /** A processor that sends its attempts, errors and unknown records to the sinks so named. */
  ClassifyProcessor(Judging judge, UnknownRecords unknown, Sinks sinks) {
    this.judge = judge;
    this.unknown = unknown;
    this.sinks = sinks;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> given) {
    this.context = given;
  }

  @Override
  public void process(Record<byte[], Arrived> record) {
    Output output = judge(record);
    // Nothing is sent before everything is made, so an exception of ours leaves no half output.
    context.forward(output.attempt, sinks.attempts());
    if (output.error != null) {
      context.forward(output.error, sinks.errors());
    }
    if (output.unknown != null) {
      context.forward(output.unknown, sinks.unknown());
    }
  }

  private Output judge(Record<byte[], Arrived> record) {
    try {
      Arrived arrived = record.value();
      Judged judged =
          judge
              .judge(arrived.request(), arrived.stream(), arrived.ref(), record.timestamp())
              .with(arrived.loss());
      Attempt attempt = judged.attempt();
      byte[] key = Text.name(attempt.operationId()).getBytes(StandardCharsets.UTF_8);
      long time = OutputTime.of(attempt.eventTimeMs(), record.timestamp());
      return new Output(
          new Record<>(key, attempts.write(attempt), time),
          judged.error() == null
              ? null
              : new Record<>(key, errors.write(attempt, judged.error()), time),
          judged.unrecognized() ? unknown.unrecognized(record, attempt) : null);
    } catch (ClassCastException e) {
      // Kafka Streams takes this one for a wrong serde and stops without asking the handler.
      throw new IllegalStateException(e);
    }
  }

  /** The names of the sinks that it feeds. */
  record Sinks(String attempts, String errors, String unknown) {
    static final Sinks OF_REQUESTS = new Sinks(Names.ATTEMPTS, Names.ERRORS, Names.UNKNOWN);
    static final Sinks OF_STREAMS =
        new Sinks(Names.STREAM_ATTEMPTS, Names.STREAM_ERRORS, Names.STREAM_UNKNOWN);
  }

  private record Output(
      Record<byte[], byte[]> attempt,
      Record<byte[], byte[]> error,
      Record<byte[], byte[]> unknown) {}
}
