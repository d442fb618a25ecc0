package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:9093", "https://am.example/alertmanager", "http://[::1]:9093/"})
  void shouldTakeAnAddress(String text) {
    // when
    var target = DeliverySettings.target(text);
    // then
    assertThat(target).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:9093",
        "ftp://localhost",
        "http://",
        "http://user:secret@localhost:9093",
        "http://localhost:9093/?token=secret",
        "http://localhost:9093/#secret",
        "http://sec ret"
      })
  void shouldRefuseWhatIsNoneAndNotRepeatIt(String text) {
    // when
    assertThatThrownBy(() -> DeliverySettings.target(text))
        // then
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("accepted: http://HOST:PORT")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void shouldNeverPrintASecret() {
    // given
    TrustStore trust = new TrustStore(Path.of("trust.p12"), "not-printed", TrustStore.Type.PKCS12);
    List<Object> holders =
        List.of(trust, Auth.basic("not-printed", "not-printed"), Auth.bearer("not-printed"));
    // when
    String printed = holders.toString();
    // then
    assertThat(printed).doesNotContain("not-printed").contains("trust.p12", "hidden");
  }
}
