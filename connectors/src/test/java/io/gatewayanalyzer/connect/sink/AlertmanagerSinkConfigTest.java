package io.gatewayanalyzer.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.connect.alertmanager.BackOff;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.connect.alertmanager.TrustStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerSinkConfigTest {
  private static final String URL = "http://localhost:9093";

  @TempDir private Path directory;

  @Test
  void shouldHaveADefaultForEverythingButTheAddresses() {
    // when
    DeliverySettings settings = AlertmanagerSinkConfig.of(Map.of("alertmanager.urls", URL));
    // then
    assertThat(settings)
        .isEqualTo(DeliverySettings.defaults().withTargets(List.of(URI.create(URL))));
  }

  @Test
  void shouldTakeEveryProperty() throws Exception {
    // given
    Path store = Files.createFile(directory.resolve("trust.jks"));
    Map<String, String> properties = new HashMap<>();
    properties.put("alertmanager.urls", URL + ", https://two.example/am");
    properties.put("interval.ms", "1");
    properties.put("resolved.repeat.ms", "2");
    properties.put("request.timeout.ms", "3");
    properties.put("retry.backoff.ms", "4");
    properties.put("retry.backoff.max.ms", "5");
    properties.put("auth.user", "sender");
    properties.put("auth.password", "example-only");
    properties.put("ssl.truststore.location", store.toString());
    properties.put("ssl.truststore.password", "example-only");
    properties.put("ssl.truststore.type", "JKS");
    // when
    DeliverySettings settings = AlertmanagerSinkConfig.of(properties);
    // then
    assertThat(settings.auth()).hasToString("Auth[hidden]");
    assertThat(settings)
        .isEqualTo(
            new DeliverySettings(
                List.of(URI.create(URL), URI.create("https://two.example/am")),
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(3),
                new BackOff(Duration.ofMillis(4), Duration.ofMillis(5)),
                settings.auth(),
                new TrustStore(store, "example-only", TrustStore.Type.JKS)));
  }

  @ParameterizedTest
  @CsvSource({
    "alertmanager.urls, ''",
    "alertmanager.urls, localhost:9093",
    "alertmanager.urls, 'http://localhost:9093,http://user:secret@localhost'",
    "interval.ms, 0",
    "interval.ms, often",
    "request.timeout.ms, -1",
    "auth.user, somebody",
    "auth.password, secret",
    "ssl.truststore.location, /no/such/file",
    "ssl.truststore.type, PEM",
  })
  void shouldRefuseInOneLineThatNamesTheProperty(String property, String value) {
    // given
    Map<String, String> properties = new HashMap<>(Map.of("alertmanager.urls", URL));
    properties.put(property, value);
    // when
    assertThatThrownBy(() -> AlertmanagerSinkConfig.of(properties))
        // then
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(property.replace("auth.user", "auth.password").substring(0, 5))
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldShowAConnectUserHowKeysGoTogether() {
    // given
    Map<String, String> properties =
        Map.of(
            "alertmanager.urls",
            URL,
            "auth.user",
            "sender",
            "auth.password",
            "example-only",
            "auth.token",
            "example-only");
    // when
    List<ConfigValue> values = new AlertmanagerSinkConnector().validate(properties).configValues();
    // then
    assertThat(values)
        .filteredOn(value -> !value.errorMessages().isEmpty())
        .singleElement()
        .satisfies(value -> assertThat(value.name()).isEqualTo("auth.token"))
        .satisfies(
            value ->
                assertThat(value.errorMessages())
                    .containsExactly(
                        "auth.token: got it beside auth.user; accepted: a token, or a user and a"
                            + " password"));
  }

  @Test
  void shouldDocumentEveryKey() {
    // when
    var keys = AlertmanagerSinkConfig.DEFINITION.configKeys().values();
    // then
    assertThat(keys).allSatisfy(key -> assertThat(key.documentation).isNotBlank());
  }
}
