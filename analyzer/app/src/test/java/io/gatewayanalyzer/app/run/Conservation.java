package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.serde.RecordReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How many attempts or undecodable records each raw record gave. */
final class Conservation {
  private Conservation() {}

  /** By place of the raw record. */
  static Map<String, Integer> count(Cluster cluster) throws IOException {
    Map<String, Integer> outcomes = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> attempt : cluster.read(cluster.topics().attempts())) {
      String ref = RecordReader.attempt(attempt.value()).rawRef().toString();
      outcomes.merge(ref, 1, Integer::sum);
    }
    for (ConsumerRecord<byte[], byte[]> unknown : cluster.read(cluster.topics().unknown())) {
      if (header(unknown, "reason").equals("undecodable_record")) {
        outcomes.merge(header(unknown, "raw_ref"), 1, Integer::sum);
      }
    }
    return outcomes;
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
