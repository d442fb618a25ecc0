package io.gatewayanalyzer.app.run;

/** How much is logged. To be called before anything creates a logger. */
public final class Logging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Logging() {}

  /**
   * Raises the levels from "our warnings only" to our information and Kafka's warnings. Kafka's
   * lines name topics, offsets and addresses; those of {@code org.apache.kafka.streams} may quote
   * exception messages and stay off.
   */
  public static void verbose() {
    System.setProperty(PREFIX + "log.io.gatewayanalyzer", "info");
    System.setProperty(PREFIX + "defaultLogLevel", "warn");
    System.setProperty(PREFIX + "log.org.apache.kafka.streams", "off");
  }
}
