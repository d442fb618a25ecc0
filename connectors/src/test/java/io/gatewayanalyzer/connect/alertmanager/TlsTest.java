package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class TlsTest {
  private static final String PASSWORD = "example-only";

  @TempDir private static Path directory;

  private static Path store;
  private static SSLContext server;

  @BeforeAll
  static void makeCertificate() throws Exception {
    store = directory.resolve("store.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "alertmanager",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-keyalg",
        "EC",
        "-storetype",
        "PKCS12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    server = SSLContext.getInstance("TLS");
    server.init(own.getKeyManagers(), null, null);
  }

  @Test
  void shouldPostWhereTheCertificateIsTrusted() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.withCertificate(server);
        Delivery delivery = delivery(alertmanager.uri(), trust(PASSWORD))) {
      // when
      tell(delivery);
      // then
      assertThat(alertmanager.next().tells("acme")).isTrue();
    }
  }

  @Test
  void shouldPostNothingWhereItIsNot() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.withCertificate(server);
        Delivery delivery = delivery(alertmanager.uri(), null)) {
      // when
      tell(delivery);
      // then
      Eventually.until(() -> delivery.counts().failed().sum() > 0);
      assertThat(alertmanager.waiting()).isZero();
    }
  }

  @Test
  void shouldPostNothingWhereTheCertificateIsAnotherHosts() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.withCertificate(server);
        Delivery delivery =
            delivery(
                URI.create("https://127.0.0.1:" + alertmanager.uri().getPort()), trust(PASSWORD))) {
      // when
      tell(delivery);
      // then
      Eventually.until(() -> delivery.counts().failed().sum() > 0);
      assertThat(alertmanager.waiting()).isZero();
    }
  }

  @Test
  void shouldSayThatTheTrustStoreCannotBeUsedAndNotItsPassword() {
    // given
    TrustStore trust = trust("wrong-" + PASSWORD);
    // when
    assertThatThrownBy(() -> delivery(URI.create("https://localhost:1"), trust))
        // then
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(store.toString())
        .hasMessageNotContaining(PASSWORD);
  }

  private static TrustStore trust(String password) {
    return new TrustStore(store, password, TrustStore.Type.PKCS12);
  }

  private static Delivery delivery(URI target, TrustStore trust) {
    DeliverySettings settings =
        new DeliverySettings(
            List.of(target),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            BackOff.defaults(),
            Auth.NONE,
            trust);
    return new Delivery(settings, new Heard());
  }

  private static void tell(Delivery delivery) {
    delivery.put(Alerts.firing("acme"), Alerts.at(1));
    delivery.release();
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
