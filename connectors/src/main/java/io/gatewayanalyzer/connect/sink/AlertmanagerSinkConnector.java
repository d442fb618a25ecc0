package io.gatewayanalyzer.connect.sink;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Posts the alerts topic to every Alertmanager given, as Alertmanager wants it: what fires again
 * and again, what is over for a while. Its tasks read the topic from the beginning whenever they
 * start, for the topic is the only state.
 */
public final class AlertmanagerSinkConnector extends SinkConnector {
  private Map<String, String> properties = Map.of();

  @Override
  public String version() {
    return Versions.ofThis();
  }

  @Override
  public void start(Map<String, String> given) {
    AlertmanagerSinkConfig.of(given);
    properties = Map.copyOf(given);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return AlertmanagerSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, properties);
  }

  @Override
  public void stop() {
    // the tasks hold what there is to stop
  }

  @Override
  public ConfigDef config() {
    return AlertmanagerSinkConfig.DEFINITION;
  }

  /** Besides each key alone, how keys go together. */
  @Override
  public Config validate(Map<String, String> given) {
    Config config = super.validate(given);
    boolean eachIsFine = config.configValues().stream().allMatch(v -> v.errorMessages().isEmpty());
    if (eachIsFine) {
      try {
        AlertmanagerSinkConfig.of(given);
      } catch (ConfigException e) {
        complain(config, e.getMessage());
      }
    }
    return config;
  }

  private static void complain(Config config, String message) {
    for (ConfigValue value : config.configValues()) {
      if (message.contains(value.name() + ":")) {
        value.addErrorMessage(message);
        return;
      }
    }
  }
}
