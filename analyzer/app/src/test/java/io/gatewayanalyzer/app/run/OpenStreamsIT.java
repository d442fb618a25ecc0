package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpenStreamsIT {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int COUNT = 300;

  /** The streams from here on have their record only after the kill. */
  private static final int HALF = 150;

  @Test
  @Timeout(300)
  void shouldBeTheSameAfterAKillInTheMiddleOfTheStreams(@TempDir Path state) throws Exception {
    try (Cluster cluster = new Cluster();
        Cluster undisturbed = new Cluster()) {
      // Given
      Process calm = start(undisturbed, state.resolve("calm"));
      sendBeginnings(undisturbed);
      sendEnds(undisturbed);
      awaitAll(undisturbed);
      calm.destroy();
      Process killed = start(cluster, state.resolve("killed"));
      sendBeginnings(cluster);
      cluster.awaitStreamsRead(LONG);
      cluster.sendChunks(OpenStreams.ends(0, 1));
      Eventually.until(LONG, "the first stream", () -> !OpenStreams.judged(cluster).isEmpty());
      killed.destroyForcibly();
      assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(OpenStreams.judged(cluster)).hasSize(1);

      // When
      Process analyzer = start(cluster, state.resolve("killed"));
      sendEnds(cluster);
      awaitAll(cluster);
      cluster.awaitStreamsRead(LONG);
      analyzer.destroy();

      // Then
      assertThat(analyzer.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(analyzer.exitValue()).isZero();
      Map<String, String> judged = OpenStreams.judged(cluster);
      assertThat(judged).hasSize(COUNT).isEqualTo(OpenStreams.judged(undisturbed));
      List<String> failed = OpenStreams.failed(cluster);
      assertThat(failed).hasSize(COUNT / 3).isEqualTo(OpenStreams.failed(undisturbed));
      assertThat(cluster.read(cluster.topics().unknown()))
          .as("the frames that were cut by the kill")
          .hasSize(COUNT / 3)
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .containsOnly(OpenStreams.FAILURE);
      assertThat(cluster.read(cluster.topics().deadLetters())).isEmpty();
    }
  }

  private static void sendBeginnings(Cluster cluster) {
    cluster.send(OpenStreams.requests(0, HALF));
    cluster.sendChunks(OpenStreams.beginnings(0, COUNT));
  }

  private static void sendEnds(Cluster cluster) {
    cluster.sendChunks(OpenStreams.ends(0, COUNT));
    cluster.send(OpenStreams.requests(HALF, COUNT));
  }

  private static void awaitAll(Cluster cluster) throws Exception {
    Eventually.until(LONG, "all streams", () -> OpenStreams.judged(cluster).size() >= COUNT);
  }

  private static Process start(Cluster cluster, Path state) throws Exception {
    return AnalyzerProcess.start(cluster.config().bootstrapServers(), state);
  }
}
