package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.serde.RecordReader;
import io.gatewayanalyzer.core.event.Attempt;
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

/** Streams that are logged apart, in two halves, and the attempts that came out. */
final class OpenStreams {
  /** The frame by which every third stream fails; only its status explains it. */
  static final String FAILURE = "{\"error\":{\"message\":\"no\",\"code\":429}}";

  private static final long START_MS =
      Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES).toEpochMilli();

  private static final String CONTENT =
      "data: {\\\"choices\\\":[{\\\"delta\\\":{\\\"content\\\":\\\"h\\\"}}]}\\n\\n";

  private OpenStreams() {}

  /** The requests of these streams, whose frames are logged apart. */
  static List<byte[]> requests(int first, int until) {
    return IntStream.range(first, until)
        .mapToObj(
            number ->
                bytes(
                    "{\"request_id\":\"%s\",\"timestamp\":\"%s\",\"duration_ms\":5000,"
                            .formatted(id(number), Instant.ofEpochMilli(START_MS))
                        + "\"api\":\"chat_completions\",\"response\":{\"status\":200,\"stream_logged\":true}}"))
        .toList();
  }

  /** The first chunks of these streams, keyed: each ends in the middle of a frame. */
  static Map<String, List<byte[]>> beginnings(int first, int until) {
    Map<String, List<byte[]>> chunks = new TreeMap<>();
    for (int number = first; number < until; number++) {
      chunks.put(
          id(number),
          List.of(chunk(number, 0, CONTENT + CONTENT), chunk(number, 1, "data: {\\\"")));
    }
    return chunks;
  }

  /** The rest of them: every third fails, every third is answered, every third lost a chunk. */
  static Map<String, List<byte[]>> ends(int first, int until) {
    Map<String, List<byte[]>> chunks = new TreeMap<>();
    for (int number = first; number < until; number++) {
      chunks.put(
          id(number),
          switch (number % 3) {
            case 0 ->
                List.of(
                    chunk(
                        number,
                        2,
                        "error\\\":{\\\"message\\\":\\\"no\\\",\\\"code\\\":429}}\\n\\n"));
            case 1 ->
                List.of(
                    chunk(number, 2, "choices\\\":[]}\\n\\n" + CONTENT),
                    chunk(number, 3, "data: [DONE]\\n\\n"));
            default -> List.of(chunk(number, 4, "\\n\\ndata: [DONE]\\n\\n"));
          });
    }
    return chunks;
  }

  /** What each stream was judged as; fails when one was judged twice. */
  static Map<String, String> judged(Cluster cluster) throws IOException {
    Map<String, String> judged = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : cluster.read(cluster.topics().attempts())) {
      Attempt attempt = RecordReader.attempt(record.value());
      if (judged.put(attempt.requestId(), whatCounts(attempt)) != null) {
        throw new AssertionError(attempt.requestId() + " was judged twice");
      }
    }
    return judged;
  }

  /** The failed streams, in the order of their ids. */
  static List<String> failed(Cluster cluster) throws IOException {
    List<String> failed = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : cluster.read(cluster.topics().errors())) {
      failed.add(
          RecordReader.error(record.value()).attempt().requestId()
              + " after "
              + RecordReader.error(record.value()).error().framesBeforeError());
    }
    return failed.stream().sorted().toList();
  }

  /** All but the times of ingestion and where it was read, which differ from run to run. */
  private static String whatCounts(Attempt attempt) {
    return attempt.streamVerdict()
        + " "
        + attempt.chunkLoss()
        + " "
        + (attempt.verdict() == null ? "healthy" : attempt.verdict().rule())
        + " "
        + attempt.eventTimeMs()
        + " "
        + attempt.durationMs();
  }

  private static String id(int number) {
    return "stream-" + number;
  }

  private static byte[] chunk(int number, int seq, String data) {
    return bytes(
        "{\"request_id\":\"%s\",\"seq\":%d,\"data\":\"%s\"}".formatted(id(number), seq, data));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
