package io.gatewayanalyzer.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.embedded.EmbeddedBroker;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.event.RawRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class AuditIT {
  @Test
  void shouldNameWhatIsMissingAndWhatIsThereTwice() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      // given
      AnalyzerConfig standard = AnalyzerConfig.defaults();
      AnalyzerConfig config =
          standard
              .withBootstrapServers(broker.bootstrapServers())
              .withTopics(standard.topics().keptForever(1));
      Topics topics = Topics.of(config);
      String raw = topics.rawRequests().name();
      try (Admin admin = Kafka.connect(config);
          KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(
                  StreamsProperties.producer(config),
                  new ByteArraySerializer(),
                  new ByteArraySerializer())) {
        new TopicCreator(admin).createMissing(topics.all());
        for (int i = 0; i < 5; i++) {
          producer.send(new ProducerRecord<>(raw, bytes("record " + i))).get();
        }
        answer(producer, topics, raw + "-0-0");
        answer(producer, topics, raw + "-0-0");
        ProducerRecord<byte[], byte[]> undecodable =
            new ProducerRecord<>(topics.unknown().name(), bytes("record 2"));
        undecodable.headers().add("reason", bytes("undecodable_record"));
        undecodable.headers().add("raw_ref", bytes(raw + "-0-2"));
        producer.send(undecodable).get();
        admin
            .alterConsumerGroupOffsets(
                config.applicationId(),
                Map.of(new TopicPartition(raw, 0), new OffsetAndMetadata(4)))
            .all()
            .get();

        // when
        AuditReport report = new Audit(config, admin).run();

        // then
        assertThat(report.records()).isEqualTo(5);
        assertThat(report.attempts()).isEqualTo(2);
        assertThat(report.undecodable()).isEqualTo(1);
        assertThat(report.pending()).isEqualTo(1);
        assertThat(report.firstMissing())
            .containsExactly(new RawRef(raw, 0, 1), new RawRef(raw, 0, 3));
        assertThat(report.firstTwice()).containsExactly(new RawRef(raw, 0, 0));
        assertThat(report.complete()).isFalse();
      }
    }
  }

  private static void answer(KafkaProducer<byte[], byte[]> producer, Topics topics, String rawRef)
      throws Exception {
    byte[] attempt = bytes("{\"raw_ref\":\"" + rawRef + "\"}");
    producer.send(new ProducerRecord<>(topics.attempts().name(), attempt)).get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
