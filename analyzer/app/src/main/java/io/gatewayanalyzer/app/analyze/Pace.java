package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.KafkaSettings;
import io.gatewayanalyzer.app.config.ProcessingSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How an embedded line spends its time. Each stage of the line sees what the one before has
 * committed, so a short input takes a few commit intervals and waits, whatever it holds.
 */
public enum Pace {
  /** For an input that is over at once: commits and looks often. */
  QUICK(Duration.ofMillis(20), "20"),
  /** For a long or endless input: commits and looks seldom. */
  STEADY(ProcessingSettings.defaults().commitInterval(), "100");

  private static final long SHORT_INPUT_BYTES = 4L * 1024 * 1024;
  private static final String[] CLIENTS = {"", "admin.", "consumer.", "producer."};

  private final Duration commitInterval;
  private final String pollMs;

  Pace(Duration commitInterval, String pollMs) {
    this.commitInterval = commitInterval;
    this.pollMs = pollMs;
  }

  /**
   * The one for an input of this size.
   *
   * @param bytes as stored; -1 when unknown
   */
  public static Pace of(long bytes) {
    return bytes >= 0 && bytes < SHORT_INPUT_BYTES ? QUICK : STEADY;
  }

  /** The settings with this pace, and without what nobody looks at in an embedded line. */
  AnalyzerConfig applyTo(AnalyzerConfig config) {
    Map<String, String> properties = new HashMap<>();
    properties.put("poll.ms", pollMs);
    properties.put("consumer.fetch.max.wait.ms", pollMs);
    properties.put("consumer.check.crcs", "false");
    for (String client : CLIENTS) {
      properties.put(client + "metric.reporters", "");
      // A first request often comes before the coordinator is ready.
      properties.put(client + "retry.backoff.ms", "10");
    }
    return config
        .withProcessing(config.processing().withCommitInterval(commitInterval))
        .withKafka(new KafkaSettings(properties));
  }
}
