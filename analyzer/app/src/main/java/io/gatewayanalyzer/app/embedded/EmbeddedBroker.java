package io.gatewayanalyzer.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A Kafka broker and its controller in this process, on free loopback ports. It creates no topic by
 * itself. Several may run side by side; each owns its data directory.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final Path directory;
  private final boolean temporary;
  private final String bootstrapServers;
  private final CompletableFuture<Servers> servers;

  private EmbeddedBroker(Path directory, boolean temporary, Executor starter) throws IOException {
    this.directory = directory;
    this.temporary = temporary;
    LoopbackSockets sockets = new LoopbackSockets();
    this.bootstrapServers = sockets.bind(BrokerSettings.CLIENTS);
    String controller = sockets.bind(BrokerSettings.CONTROLLER);
    this.servers = CompletableFuture.supplyAsync(() -> startup(sockets, controller), starter);
  }

  private Servers startup(LoopbackSockets given, String controllerAddress) {
    try (LoopbackSockets sockets = given) {
      KafkaConfig config =
          new KafkaConfig(BrokerSettings.of(directory, bootstrapServers, controllerAddress), false);
      if (!Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
        format(directory);
      }
      Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> disk =
          KafkaRaftServer.initializeLogDirs(
              config, LoggerFactory.getLogger(EmbeddedBroker.class), "embedded broker: ");
      SharedServer shared = sharedServer(config, disk._1(), sockets);
      Servers made =
          new Servers(
              new ControllerServer(shared, KafkaRaftServer.configSchema(), disk._2()),
              new BrokerServer(shared));
      made.startup();
      return made;
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker cannot start", e);
    }
  }

  /**
   * Starts a broker whose data is deleted when it is closed.
   *
   * @throws IllegalStateException when it cannot start
   */
  public static EmbeddedBroker start() {
    try {
      return start(Files.createTempDirectory("gateway-analyzer-broker-"), true);
    } catch (IOException e) {
      throw new IllegalStateException("cannot create a directory for the embedded broker", e);
    }
  }

  /**
   * Starts a broker that keeps its data, or goes on with the data of an earlier one. The latter
   * takes some ten seconds more: the controller first waits for the earlier registration to expire.
   *
   * @param directory where the data is; created when absent
   * @throws IllegalStateException when it cannot start
   */
  public static EmbeddedBroker start(Path directory) {
    return start(directory, false);
  }

  /**
   * Begins to start a broker that keeps its data, and returns before it has started: clients may be
   * made for it, and are answered from {@link #awaitStarted} on.
   *
   * @param directory where the data is; created when absent
   */
  public static EmbeddedBroker begin(Path directory) throws IOException {
    return new EmbeddedBroker(
        directory, false, start -> new Thread(start, "embedded-broker").start());
  }

  private static EmbeddedBroker start(Path directory, boolean temporary) {
    try {
      EmbeddedBroker broker = new EmbeddedBroker(directory, temporary, Runnable::run);
      broker.awaitStarted();
      return broker;
    } catch (IOException e) {
      throw new IllegalStateException("the embedded broker cannot start", e);
    } catch (IllegalStateException e) {
      if (temporary) {
        delete(directory);
      }
      throw e;
    }
  }

  /**
   * Waits until the broker answers.
   *
   * @throws IllegalStateException when it cannot start
   */
  public void awaitStarted() {
    try {
      servers.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause().getCause());
    }
  }

  /** Where clients connect, {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker, and deletes its data when it is temporary. */
  @Override
  public void close() {
    try {
      servers.handle((made, failure) -> Optional.ofNullable(made)).join().ifPresent(Servers::stop);
    } finally {
      if (temporary) {
        delete(directory);
      }
    }
  }

  private static SharedServer sharedServer(
      KafkaConfig config, MetaPropertiesEnsemble disk, LoopbackSockets sockets) {
    String clusterId = disk.clusterId().orElseThrow();
    return new SharedServer(
        config,
        disk,
        Time.SYSTEM,
        Server.initializeMetrics(config, Time.SYSTEM, clusterId),
        CompletableFuture.completedFuture(
            QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
        List.of(),
        new Faults(),
        sockets);
  }

  private static void format(Path directory) throws Exception {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Formatter()
        .setPrintStream(silent)
        .setNodeId(BrokerSettings.NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setMetadataLogDirectory(directory.toString())
        .addDirectory(directory.toString())
        .run();
  }

  private static void delete(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LoggerFactory.getLogger(EmbeddedBroker.class)
          .warn("cannot delete the embedded broker's data in {}", root);
    }
  }

  /** Both roles of the one node. */
  private record Servers(ControllerServer controller, BrokerServer broker) {
    void startup() {
      try {
        controller.startup();
        broker.startup();
      } catch (RuntimeException e) {
        broker.shutdown();
        controller.shutdown();
        throw e;
      }
    }

    void stop() {
      broker.shutdown();
      controller.shutdown();
      broker.awaitShutdown();
      controller.awaitShutdown();
    }
  }
}
