package io.gatewayanalyzer.app.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.TracesSettings;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtelVariablesTest {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_ENDPOINT, http://localhost:4317, true",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, http://localhost:4317, true",
    "OTEL_TRACES_EXPORTER, otlp, true",
    "OTEL_TRACES_EXPORTER, none, false",
    "OTEL_EXPORTER_OTLP_ENDPOINT, '', false",
    "OTEL_SERVICE_NAME, my-analyzer, false"
  })
  void shouldSendOnlyWhenSomebodySaysWhereTo(String name, String value, boolean on) {
    // When
    boolean wanted = OtelVariables.wanted(Map.of(name, value));

    // Then
    assertThat(wanted).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource({"OTEL_SDK_DISABLED, TRUE", "OTEL_TRACES_EXPORTER, none"})
  void shouldBeSwitchedOffDespiteAnEndpoint(String name, String value) {
    // When
    boolean wanted = OtelVariables.wanted(Map.of(ENDPOINT, "http://localhost:4317", name, value));

    // Then
    assertThat(wanted).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_EXPORTER_OTLP_ENDPOINT           | ftp://u:fake-pw@x | a URL that begins with http:// or https://",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT    | fake-pw           | a URL that begins with http:// or https://",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT    | ''                | a URL that begins with http:// or https://",
        "OTEL_EXPORTER_OTLP_PROTOCOL           | fake-pw           | grpc or http/protobuf",
        "OTEL_EXPORTER_OTLP_HEADERS            | fake-pw           | name=value, more of them after commas",
        "OTEL_EXPORTER_OTLP_COMPRESSION        | fake-pw           | gzip or none",
        "OTEL_EXPORTER_OTLP_TIMEOUT            | fake-pw           | milliseconds",
        "OTEL_EXPORTER_OTLP_CERTIFICATE        | /none/fake-pw     | a PEM file that can be read",
        "OTEL_EXPORTER_OTLP_CERTIFICATE        | pom.xml           | a PEM file that can be read",
        "OTEL_EXPORTER_OTLP_CLIENT_KEY         | /none/fake-pw     | a PEM file that can be read, with its certificate",
        "OTEL_TRACES_EXPORTER                  | fake-pw           | otlp or none",
        "OTEL_TRACES_SAMPLER_ARG               | fake-pw           | a number from 0 to 1",
        "OTEL_BSP_SCHEDULE_DELAY               | fake-pw           | milliseconds",
        "OTEL_RESOURCE_ATTRIBUTES              | fake-pw           | name=value, more of them after commas",
        "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT       | -1                | a whole number, not negative",
      })
  void shouldNameTheVariableThatIsWrongAndNotItsValue(String name, String value, String accepted) {
    // Given
    Map<String, String> environment = new HashMap<>();
    environment.put(ENDPOINT, "http://localhost:4317");
    environment.put("OTEL_SERVICE_NAME", "my-analyzer");
    environment.put("OTEL_TRACES_SAMPLER", "traceidratio");
    environment.put(name, value == null ? "" : value);

    // When
    ThrowingCallable making = () -> Traces.of(TracesSettings.defaults(), environment).close();

    // Then
    assertThatThrownBy(making)
        .isInstanceOf(ConfigException.class)
        .hasMessage(name + ": got a value that cannot be used; accepted: " + accepted);
  }

  @Test
  void shouldTakeEmptyVariablesForNone() {
    // Given
    Map<String, String> environment = new HashMap<>();
    environment.put(ENDPOINT, "http://localhost:4317");
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "");
    environment.put("OTEL_EXPORTER_OTLP_COMPRESSION", "");
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "");
    environment.put("OTEL_TRACES_SAMPLER", "");

    // When
    OtelParts otel = OtelSetup.build(new TracesSettings(0.25, 7), environment);

    // Then
    assertThat(otel.healthy()).asString().contains("0.25");
    assertThat(otel.queued()).isEqualTo(7);
    otel.discard();
  }

  @Test
  void shouldLetTheVariablesOverrideTheSettings() {
    // Given
    Map<String, String> environment =
        Map.of(
            ENDPOINT,
            "http://localhost:4317",
            "OTEL_TRACES_SAMPLER",
            "traceidratio",
            "OTEL_TRACES_SAMPLER_ARG",
            "0.5",
            "OTEL_BSP_MAX_QUEUE_SIZE",
            "3000",
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
            "100",
            "OTEL_BSP_SCHEDULE_DELAY",
            "250");

    // When
    OtelParts otel = OtelSetup.build(TracesSettings.defaults(), environment);

    // Then
    assertThat(otel.healthy()).asString().contains("0.5");
    assertThat(otel.queued()).isEqualTo(3_000);
    assertThat(otel.batchSpans()).isEqualTo(100);
    assertThat(otel.delay()).hasMillis(250);
    otel.discard();
  }
}
