package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.serde.OperationReader;
import io.gatewayanalyzer.core.event.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Traffic whose operations are known, and the operations that came out. */
final class Operations {
  private static final long START_MS =
      Instant.now().minus(Duration.ofHours(12)).truncatedTo(ChronoUnit.HOURS).toEpochMilli();

  /** Ten hours later, in seconds. */
  private static final long END_SECOND = 36_000;

  private static final int FILLER = 1_000_000;

  private Operations() {}

  /**
   * Attempts, one a second: each operation fails in the first of them and succeeds in another one,
   * {@code apart} operations later, so that as many are always open.
   */
  static List<byte[]> attempts(int first, int until, int apart) {
    List<byte[]> attempts = new ArrayList<>();
    IntStream.range(first, until)
        .forEach(
            number -> {
              attempts.add(attempt(number, 1, 503, 2L * number));
              if (number >= apart) {
                attempts.add(attempt(number - apart, 2, 200, 2L * number + 1));
              }
            });
    return attempts;
  }

  /** Something that happens so much later that everything before is over. */
  static List<byte[]> end(int partitions) {
    return IntStream.range(0, 40 * partitions)
        .mapToObj(number -> attempt(FILLER + number, 1, 200, END_SECOND))
        .toList();
  }

  /** The requests of each operation of the traffic that is over. */
  static Map<String, List<String>> closed(Cluster cluster) throws IOException {
    Map<String, List<String>> operations = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : cluster.read(cluster.topics().operations())) {
      Operation operation = OperationReader.operation(record.value());
      if (operation.startedMs() < START_MS + END_SECOND * 1000
          && operations.put(operation.operationId(), operation.requestIds()) != null) {
        throw new AssertionError(operation.operationId() + " was closed twice");
      }
    }
    return operations;
  }

  /** What has to come out. */
  static Map<String, List<String>> expected(int count, int apart) {
    Map<String, List<String>> operations = new TreeMap<>();
    for (int number = 0; number < count; number++) {
      String id = "op-" + number;
      operations.put(
          id, number < count - apart ? List.of(id + "-1", id + "-2") : List.of(id + "-1"));
    }
    return operations;
  }

  private static byte[] attempt(int operation, int attempt, int status, long second) {
    String time = Instant.ofEpochMilli(START_MS + second * 1000).toString();
    return ("{\"request_id\":\"op-%d-%d\",\"operation_id\":\"op-%d\",\"timestamp\":\"%s\","
            + "\"duration_ms\":10,\"response\":{\"status\":%d,\"body\":\"{}\"}}")
        .formatted(operation, attempt, operation, time, status)
        .getBytes(StandardCharsets.UTF_8);
  }
}
