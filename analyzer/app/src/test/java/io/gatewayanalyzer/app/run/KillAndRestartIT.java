package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillAndRestartIT {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int KILLS = 2;

  @Test
  void shouldNeitherLoseNorDoubleARecordWhenKilledInMidFlow(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        Feed feed = new Feed(cluster)) {
      // Given
      InputProgress progress = new InputProgress(cluster.admin(), cluster.config().applicationId());
      String raw = cluster.topics().rawRequests().name();
      for (int kill = 0; kill < KILLS; kill++) {
        Process analyzer = AnalyzerProcess.start(cluster.config().bootstrapServers(), state);
        long before = committed(progress, raw);
        Eventually.until(LONG, "some output", () -> committed(progress, raw) > before + 500);
        analyzer.destroyForcibly();
        assertThat(analyzer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(progress.remaining(progress.ends(raw))).as("killed in mid-flow").isPositive();
      }

      // When
      Process analyzer = AnalyzerProcess.start(cluster.config().bootstrapServers(), state);
      int sent = feed.end();
      cluster.awaitDrained(LONG);
      analyzer.destroy();

      // Then
      assertThat(analyzer.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(analyzer.exitValue()).isZero();
      Map<String, Integer> outcomes = Conservation.count(cluster);
      assertThat(outcomes).hasSize(sent);
      assertThat(outcomes.values()).containsOnly(1);
      assertThat(cluster.read(cluster.topics().operations()))
          .hasSameSizeAs(cluster.read(cluster.topics().attempts()));
      assertThat(cluster.read(cluster.topics().deadLetters())).isEmpty();
    }
  }

  private static long committed(InputProgress progress, String raw) throws Exception {
    Map<TopicPartition, Long> ends = progress.ends(raw);
    long all = ends.values().stream().mapToLong(Long::longValue).sum();
    return all - progress.remaining(ends);
  }

  /** Keeps sending, so that there is always something in flight. */
  private static final class Feed implements AutoCloseable {
    private static final int BATCH = 200;
    private static final long PAUSE_NANOS = 20_000_000;

    private final AtomicBoolean on = new AtomicBoolean(true);
    private final AtomicInteger sent = new AtomicInteger();
    private final CompletableFuture<Void> feeding;

    Feed(Cluster cluster) {
      this.feeding =
          CompletableFuture.runAsync(
              () -> {
                while (on.get()) {
                  int first = sent.getAndAdd(BATCH);
                  cluster.send(batch(first));
                  LockSupport.parkNanos(PAUSE_NANOS);
                }
              });
    }

    int end() {
      on.set(false);
      feeding.join();
      return sent.get();
    }

    @Override
    public void close() {
      end();
    }

    private static List<byte[]> batch(int first) {
      return IntStream.range(first, first + BATCH).mapToObj(Feed::record).toList();
    }

    private static byte[] record(int number) {
      String text =
          switch (number % 10) {
            case 3 -> "not a record " + number;
            case 6 -> body(number, 503, "{\\\"error\\\":{\\\"message\\\":\\\"no capacity\\\"}}");
            default -> body(number, 200, "{}");
          };
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String body(int number, int status, String body) {
      return "{\"request_id\":\"req-%d\",\"response\":{\"status\":%d,\"body\":\"%s\"}}"
          .formatted(number, status, body);
    }
  }
}
