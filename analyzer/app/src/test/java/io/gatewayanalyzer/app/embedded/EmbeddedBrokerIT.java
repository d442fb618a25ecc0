package io.gatewayanalyzer.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.run.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @Test
  void shouldRunTwoBrokersSideBySide() throws Exception {
    // Given
    try (EmbeddedBroker one = EmbeddedBroker.start();
        EmbeddedBroker other = EmbeddedBroker.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", one.bootstrapServers()));
        Admin otherAdmin = Admin.create(Map.of("bootstrap.servers", other.bootstrapServers()))) {

      // When
      admin
          .createTopics(List.of(new NewTopic("only-here", 3, (short) -1)))
          .all()
          .get(30, TimeUnit.SECONDS);

      // Then
      Eventually.until(
          Duration.ofSeconds(30),
          "the topic is visible",
          () -> admin.listTopics().names().get().contains("only-here"));
      assertThat(otherAdmin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void shouldGoOnWithTheDataOfAnEarlierBroker(@TempDir Path directory) throws Exception {
    // Given
    Path data = directory.resolve("data");
    try (EmbeddedBroker earlier = EmbeddedBroker.start(data);
        Admin admin = Admin.create(Map.of("bootstrap.servers", earlier.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("kept", 1, (short) -1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }

    // When
    try (EmbeddedBroker later = EmbeddedBroker.start(data);
        Admin admin = Admin.create(Map.of("bootstrap.servers", later.bootstrapServers()))) {

      // Then
      Eventually.until(
          Duration.ofSeconds(30),
          "the topic is visible",
          () -> admin.listTopics().names().get().contains("kept"));
    }
    assertThat(Files.exists(data)).isTrue();
  }
}
