package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.connect.alertmanager.Auth;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.connect.alertmanager.TrustStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads whom {@code run} tells about alerts, and how; secrets are never repeated. */
public final class AlertmanagerSettings {
  private AlertmanagerSettings() {}

  static DeliverySettings read(Section section) {
    DeliverySettings standard = DeliverySettings.defaults();
    DeliverySettings settings =
        new DeliverySettings(
            targets(section),
            section.positiveDuration("interval", standard.interval()),
            standard.repeatResolved(),
            section.positiveDuration("timeout", standard.timeout()),
            standard.backOff(),
            auth(section.section("auth")),
            trustStore(section.section("tls")));
    section.refuseUnknownKeys();
    return settings;
  }

  /**
   * The addresses in a text that separates them by commas.
   *
   * @throws ConfigException when one is none; named by its place, never repeated
   */
  public static List<URI> targets(String key, String text) {
    List<URI> targets = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        targets.add(DeliverySettings.target(part));
      } catch (IllegalArgumentException e) {
        throw new ConfigException(
            key + ": number " + (targets.size() + 1) + " is no address; " + e.getMessage());
      }
    }
    return targets;
  }

  private static List<URI> targets(Section section) {
    List<URI> targets = new ArrayList<>();
    for (String text : section.texts("urls")) {
      try {
        targets.add(DeliverySettings.target(text));
      } catch (IllegalArgumentException e) {
        throw section.wrong("urls", "something else as number " + (targets.size() + 1), e);
      }
    }
    return targets;
  }

  private static Auth auth(Section section) {
    String user = section.text("user", null);
    String password = section.text("password", null);
    String token = section.text("token", null);
    section.refuseUnknownKeys();
    String accepted = "user and password, or token, or neither";
    if (token != null && (user != null || password != null)) {
      section.refuse("token", accepted);
    }
    if (password == null) {
      section.refuse("user", accepted);
    }
    if (user == null) {
      section.refuse("password", accepted);
    }
    if (token != null) {
      return Auth.bearer(token);
    }
    return user == null ? Auth.NONE : Auth.basic(user, password);
  }

  private static TrustStore trustStore(Section section) {
    Path file = section.path("truststore", null);
    String password = section.text("truststore-password", null);
    TrustStore.Type type = section.choice("truststore-type", TrustStore.Type.PKCS12);
    section.refuseUnknownKeys();
    if (file == null) {
      return null;
    }
    if (!Files.isReadable(file)) {
      section.refuse("truststore", "a file that can be read");
    }
    return new TrustStore(file, password, type);
  }
}
