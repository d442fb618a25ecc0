package io.gatewayanalyzer.app.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a one-node cluster that starts fast, stays small and lives on loopback. */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  private static final int LARGEST_REQUEST = 512 * 1024 * 1024;

  private BrokerSettings() {}

  static Properties of(Path directory, String clientsAddress, String controllerAddress) {
    Properties settings = new Properties();
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("log.dirs", directory.toString());
    listeners(settings, clientsAddress, controllerAddress);
    singleNode(settings);
    small(settings);
    return settings;
  }

  private static void listeners(Properties settings, String clients, String controller) {
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty(
        "listeners", CLIENTS + "://" + clients + "," + CONTROLLER + "://" + controller);
    settings.setProperty("advertised.listeners", CLIENTS + "://" + clients);
    settings.setProperty(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", CLIENTS);
    settings.setProperty("controller.listener.names", CONTROLLER);
    // A static quorum takes its address from here at every start; a dynamic one would remember the
    // port of the first start in the data directory.
    settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
  }

  private static void singleNode(Properties settings) {
    for (String log : new String[] {"transaction.state.log", "share.coordinator.state.topic"}) {
      settings.setProperty(log + ".replication.factor", "1");
      settings.setProperty(log + ".min.isr", "1");
      settings.setProperty(log + ".num.partitions", "1");
    }
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("controlled.shutdown.enable", "false");
    // How late a killed client's open transaction is found; the default of 10 s doubles a restart.
    settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    settings.setProperty("socket.request.max.bytes", Integer.toString(LARGEST_REQUEST));
  }

  private static void small(Properties settings) {
    settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    settings.setProperty("log.cleaner.threads", "1");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "2");
    settings.setProperty("num.replica.fetchers", "1");
    settings.setProperty("background.threads", "2");
    settings.setProperty("num.recovery.threads.per.data.dir", "1");
    // The sparse index is allocated in full for each partition, unused or not.
    settings.setProperty("log.index.size.max.bytes", Integer.toString(1024 * 1024));
  }
}
