package io.gatewayanalyzer.app.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Kafka Streams works for us.
 *
 * @param threads stream threads, at least 1
 * @param stateDirectory where local state is kept; null for a directory under the OS's temporary
 *     one
 * @param commitInterval how often a transaction is committed: output is visible after at most this
 * @param linger how long a producer waits to fill a batch; more is cheaper and later
 * @param transactionTimeout after how long the broker aborts what a killed instance left open
 * @param sessionTimeout after how long the others take over from a killed instance
 */
public record ProcessingSettings(
    int threads,
    Path stateDirectory,
    Duration commitInterval,
    Duration linger,
    Duration transactionTimeout,
    Duration sessionTimeout) {
  /** One thread, 200 ms commits, and a take-over within some ten seconds. */
  public static ProcessingSettings defaults() {
    return new ProcessingSettings(
        1,
        null,
        Duration.ofMillis(200),
        Duration.ofMillis(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }

  static ProcessingSettings read(Section section) {
    ProcessingSettings standard = defaults();
    ProcessingSettings settings =
        new ProcessingSettings(
            section.integer("threads", standard.threads, 1, 1_000),
            section.path("state-directory", standard.stateDirectory),
            section.duration("commit-interval", standard.commitInterval),
            section.duration("linger", standard.linger),
            section.duration("transaction-timeout", standard.transactionTimeout),
            section.duration("session-timeout", standard.sessionTimeout));
    section.refuseUnknownKeys();
    return settings;
  }

  /** The same with another state directory. */
  public ProcessingSettings withStateDirectory(Path other) {
    return new ProcessingSettings(
        threads, other, commitInterval, linger, transactionTimeout, sessionTimeout);
  }

  /** The same with another number of threads. */
  public ProcessingSettings withThreads(int other) {
    return new ProcessingSettings(
        other, stateDirectory, commitInterval, linger, transactionTimeout, sessionTimeout);
  }

  /** The same with another commit interval. */
  public ProcessingSettings withCommitInterval(Duration other) {
    return new ProcessingSettings(
        threads, stateDirectory, other, linger, transactionTimeout, sessionTimeout);
  }
}
