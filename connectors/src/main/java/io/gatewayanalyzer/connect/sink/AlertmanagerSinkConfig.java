package io.gatewayanalyzer.connect.sink;

import io.gatewayanalyzer.connect.alertmanager.Auth;
import io.gatewayanalyzer.connect.alertmanager.BackOff;
import io.gatewayanalyzer.connect.alertmanager.DeliverySettings;
import io.gatewayanalyzer.connect.alertmanager.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** What {@link AlertmanagerSinkConnector} can be told. */
final class AlertmanagerSinkConfig {
  static final String URLS = "alertmanager.urls";
  static final String INTERVAL = "interval.ms";
  static final String REPEAT_RESOLVED = "resolved.repeat.ms";
  static final String TIMEOUT = "request.timeout.ms";
  static final String BACK_OFF = "retry.backoff.ms";
  static final String BACK_OFF_MAX = "retry.backoff.max.ms";
  static final String USER = "auth.user";
  static final String PASSWORD = "auth.password";
  static final String TOKEN = "auth.token";
  static final String TRUSTSTORE = "ssl.truststore.location";
  static final String TRUSTSTORE_PASSWORD = "ssl.truststore.password";
  static final String TRUSTSTORE_TYPE = "ssl.truststore.type";

  static final ConfigDef DEFINITION = times(access(new ConfigDef()));

  private AlertmanagerSinkConfig() {}

  /**
   * Reads the worker's properties; keys that are not ours are left to others.
   *
   * @throws ConfigException when a value is not acceptable
   */
  static DeliverySettings of(Map<String, ?> properties) {
    AbstractConfig config = new AbstractConfig(DEFINITION, properties, false);
    return new DeliverySettings(
        config.getList(URLS).stream().map(DeliverySettings::target).toList(),
        Duration.ofMillis(config.getLong(INTERVAL)),
        Duration.ofMillis(config.getLong(REPEAT_RESOLVED)),
        Duration.ofMillis(config.getLong(TIMEOUT)),
        new BackOff(
            Duration.ofMillis(config.getLong(BACK_OFF)),
            Duration.ofMillis(config.getLong(BACK_OFF_MAX))),
        auth(config),
        trustStore(config));
  }

  private static Auth auth(AbstractConfig config) {
    String user = config.getString(USER);
    Password password = config.getPassword(PASSWORD);
    Password token = config.getPassword(TOKEN);
    if (token != null && (user != null || password != null)) {
      throw new ConfigException(
          TOKEN + ": got it beside " + USER + "; accepted: a token, or a user and a password");
    }
    if ((user == null) != (password == null)) {
      throw new ConfigException(
          (user == null ? USER : PASSWORD)
              + ": got nothing; accepted: a user and a password, or neither");
    }
    if (token != null) {
      return Auth.bearer(token.value());
    }
    return user == null ? Auth.NONE : Auth.basic(user, password.value());
  }

  private static TrustStore trustStore(AbstractConfig config) {
    String file = config.getString(TRUSTSTORE);
    if (file == null) {
      return null;
    }
    if (!Files.isReadable(Path.of(file))) {
      throw new ConfigException(
          TRUSTSTORE + ": got " + file + "; accepted: a file that can be read");
    }
    Password password = config.getPassword(TRUSTSTORE_PASSWORD);
    return new TrustStore(
        Path.of(file),
        password == null ? null : password.value(),
        TrustStore.Type.valueOf(config.getString(TRUSTSTORE_TYPE)));
  }

  private static ConfigDef access(ConfigDef definition) {
    String secret = " Never logged.";
    return definition
        .define(
            URLS,
            ConfigDef.Type.LIST,
            ConfigDef.NO_DEFAULT_VALUE,
            AlertmanagerSinkConfig::checkUrls,
            Importance.HIGH,
            "Every Alertmanager, http://HOST:PORT or https://HOST:PORT, separated by commas; not a"
                + " load balancer in front of them.")
        .define(
            USER,
            ConfigDef.Type.STRING,
            null,
            Importance.MEDIUM,
            "The user, where they ask for a password.")
        .define(
            PASSWORD,
            ConfigDef.Type.PASSWORD,
            null,
            Importance.MEDIUM,
            "The password of the user." + secret)
        .define(
            TOKEN,
            ConfigDef.Type.PASSWORD,
            null,
            Importance.MEDIUM,
            "A bearer token instead." + secret)
        .define(
            TRUSTSTORE,
            ConfigDef.Type.STRING,
            null,
            Importance.MEDIUM,
            "A key store with the certificates that are trusted; the JDK's own when not set.")
        .define(
            TRUSTSTORE_PASSWORD,
            ConfigDef.Type.PASSWORD,
            null,
            Importance.MEDIUM,
            "The password of the key store." + secret)
        .define(
            TRUSTSTORE_TYPE,
            ConfigDef.Type.STRING,
            "PKCS12",
            ValidString.in("PKCS12", "JKS"),
            Importance.LOW,
            "The form of the key store.");
  }

  private static ConfigDef times(ConfigDef definition) {
    DeliverySettings standard = DeliverySettings.defaults();
    define(
        definition,
        INTERVAL,
        standard.interval(),
        "How often an alert that fires is repeated. Alertmanager ends it when four are missing.");
    define(
        definition,
        REPEAT_RESOLVED,
        standard.repeatResolved(),
        "For how long the end of an alert is repeated.");
    define(definition, TIMEOUT, standard.timeout(), "How long one request may take.");
    define(
        definition,
        BACK_OFF,
        standard.backOff().first(),
        "How long to wait after a failed request; twice as long after each further one.");
    define(
        definition,
        BACK_OFF_MAX,
        standard.backOff().longest(),
        "The longest wait after failed requests.");
    return definition;
  }

  private static void define(ConfigDef definition, String key, Duration standard, String meaning) {
    definition.define(
        key, ConfigDef.Type.LONG, standard.toMillis(), Range.atLeast(1), Importance.LOW, meaning);
  }

  private static void checkUrls(String key, Object value) {
    List<?> urls = (List<?>) value;
    if (urls == null || urls.isEmpty()) {
      throw new ConfigException(key + ": got nothing; accepted: at least one address");
    }
    for (int i = 0; i < urls.size(); i++) {
      try {
        DeliverySettings.target(String.valueOf(urls.get(i)));
      } catch (IllegalArgumentException e) {
        throw new ConfigException(key + ": number " + (i + 1) + " is wrong; " + e.getMessage());
      }
    }
  }
}
