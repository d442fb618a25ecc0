package io.gatewayanalyzer.app.compose;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.file.FileStreamSourceConnector;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.isolation.PluginDesc;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;

/**
 * Kafka Connect itself in this process, with the worker's configuration of the compose stack: only
 * addresses and directories are the test's own.
 */
final class StandaloneWorker implements AutoCloseable {
  private static final Path PACKAGED =
      ComposeFile.TOP.resolve("connectors").resolve("target").resolve("plugin");

  private final Path plugins;
  private final Connect<StandaloneHerder> connect;

  private StandaloneWorker(Path plugins, Connect<StandaloneHerder> connect) {
    this.plugins = plugins;
    this.connect = connect;
  }

  /** Starts a worker with its connectors, each a file as the REST API would take it. */
  static StandaloneWorker start(Path directory, String bootstrapServers, List<Path> connectors)
      throws Exception {
    Path plugins = install(directory.resolve("plugins"));
    Map<String, String> settings = composed();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("listeners", "http://127.0.0.1:0");
    settings.put("plugin.path", plugins + "," + fileSource());
    settings.put("offset.storage.file.filename", directory.resolve("offsets").toString());
    // It would end this process when a connector cannot be made.
    Exit.setExitProcedure(
        (code, message) -> {
          throw new AssertionError("Connect ends with " + code + ": " + message);
        });
    try {
      ConnectStandalone program = new ConnectStandalone();
      Connect<StandaloneHerder> connect = program.startConnect(settings);
      program.processExtraArgs(
          connect, connectors.stream().map(Path::toString).toArray(String[]::new));
      return new StandaloneWorker(plugins, connect);
    } finally {
      Exit.resetExitProcedure();
    }
  }

  /** Those of our plug-ins that it found in its plug-in directory, apart from our class path. */
  List<String> found() {
    Plugins all = connect.herder().plugins();
    return Stream.<PluginDesc<?>>concat(
            all.sinkConnectors().stream(), all.transformations().stream())
        .filter(plugin -> plugin.location().contains(plugins.toString()))
        .map(PluginDesc::className)
        .sorted()
        .toList();
  }

  /** What a connector and its only task are doing. */
  List<String> states(String connector) {
    var info = connect.herder().connectorStatus(connector);
    return Stream.concat(
            Stream.of(info.connector().state()), info.tasks().stream().map(task -> task.state()))
        .toList();
  }

  @Override
  public void close() {
    connect.stop();
    connect.awaitStop();
  }

  private static Map<String, String> composed() throws IOException {
    Properties properties = new Properties();
    properties.load(
        new StringReader(
            ComposeFile.text(ComposeFile.CONFIG.resolve("connect").resolve("worker.properties"))));
    Map<String, String> settings = new HashMap<>();
    properties.forEach((key, value) -> settings.put((String) key, (String) value));
    return settings;
  }

  /** As the Dockerfile does it: one directory for what belongs together. */
  private static Path install(Path plugins) throws IOException {
    Path ours = Files.createDirectories(plugins.resolve("gateway-analyzer"));
    try (Stream<Path> jars = Files.list(PACKAGED)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, ours.resolve(jar.getFileName()));
      }
    }
    return plugins;
  }

  private static Path fileSource() throws Exception {
    return Path.of(
        FileStreamSourceConnector.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());
  }
}
