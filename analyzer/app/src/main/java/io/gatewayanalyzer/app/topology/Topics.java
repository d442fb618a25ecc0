package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.TopicSettings;
import io.gatewayanalyzer.app.config.TopicsSettings;
import java.util.List;

/**
 * Every topic on the line, in the order of the line; {@code docs/topics.md} says the same.
 *
 * @param rawRequests one record per attempt as a gateway logged it
 * @param rawStreams stream chunks that are logged apart from their request
 * @param streamInputs chunks and requests on their way to each other
 * @param attempts every attempt, judged
 * @param errors the failed attempts with what the sender said
 * @param operations attempts joined into what the caller wanted
 * @param counts sums on their way to the alerts
 * @param alerts what somebody has to know of: the last word about each alert
 * @param unknown payloads we cannot explain
 * @param deadLetters records our own code failed on
 */
public record Topics(
    Topic rawRequests,
    Topic rawStreams,
    Topic streamInputs,
    Topic attempts,
    Topic errors,
    Topic operations,
    Topic counts,
    Topic alerts,
    Topic unknown,
    Topic deadLetters) {
  private static final int KAFKAS_DEFAULT_MAX_MESSAGE_BYTES = 1_048_588;
  private static final String SECRETS = "operators only: holds secrets";

  /** The topics as configured. */
  public static Topics of(AnalyzerConfig config) {
    TopicsSettings topics = config.topics();
    int copies = topics.replicationFactor();
    int foreign = Sizes.rawMessageBytes(config.decode().maxBytes());
    int foreignWithHeaders = Sizes.unknownMessageBytes(config.decode().maxBytes());
    return new Topics(
        new Shape("any", "raw request (JSON), or any bytes", "`gateway-log-format`, any", SECRETS)
            .topic(topics.rawRequests(), copies, foreign),
        new Shape("request id", "raw stream chunk (JSON), or any bytes", "any", SECRETS)
            .topic(topics.rawStreams(), copies, foreign),
        new Shape("request id", "stream chunk or raw request, packed; ours alone", "none", SECRETS)
            .topic(topics.streamInputs(), copies, foreignWithHeaders),
        new Shape("operation id", "attempt (JSON)", "none", "everybody")
            .topic(topics.attempts(), copies, KAFKAS_DEFAULT_MAX_MESSAGE_BYTES),
        new Shape("operation id", "error (JSON)", "none", "analysts and operators")
            .topic(topics.errors(), copies, KAFKAS_DEFAULT_MAX_MESSAGE_BYTES),
        new Shape("operation id", "operation (JSON)", "none", "everybody")
            .topic(topics.operations(), copies, KAFKAS_DEFAULT_MAX_MESSAGE_BYTES),
        new Shape(
                "gateway",
                "sums over stretches of time, packed; ours alone",
                "none",
                "operators only")
            .topic(topics.counts(), copies, KAFKAS_DEFAULT_MAX_MESSAGE_BYTES),
        new Shape("alert id", "alert (JSON)", "none", "analysts and operators")
            .compacted(topics.alerts(), copies, KAFKAS_DEFAULT_MAX_MESSAGE_BYTES),
        new Shape(
                "fingerprint",
                "the raw value, byte for byte",
                "the raw headers, then `reason`, `fingerprint`, `raw_ref`, `request_id`,"
                    + " `content_type`, `catalog_version`",
                SECRETS)
            .topic(topics.unknown(), copies, foreignWithHeaders),
        new Shape(
                "the raw key",
                "the raw value, byte for byte",
                "the raw headers, then `__streams.errors.*` without messages",
                SECRETS)
            .topic(topics.deadLetters(), copies, foreignWithHeaders));
  }

  /** All of them, in the order of the line. */
  public List<Topic> all() {
    return List.of(
        rawRequests,
        rawStreams,
        streamInputs,
        attempts,
        errors,
        operations,
        counts,
        alerts,
        unknown,
        deadLetters);
  }

  private record Shape(String key, String value, String headers, String readers) {
    Topic topic(TopicSettings settings, int copies, int maxMessageBytes) {
      return topic(settings, copies, "delete", maxMessageBytes);
    }

    Topic compacted(TopicSettings settings, int copies, int maxMessageBytes) {
      return topic(settings, copies, "compact", maxMessageBytes);
    }

    private Topic topic(TopicSettings settings, int copies, String cleanup, int maxMessageBytes) {
      return new Topic(
          settings.name(),
          key,
          value,
          headers,
          readers,
          settings.partitions(),
          copies,
          settings.retention(),
          cleanup,
          maxMessageBytes);
    }
  }
}
