package io.gatewayanalyzer.app.embedded;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the broker meets a fault: it is logged and thrown to whoever started it.
 * Kafka's own handlers end the JVM, which is not theirs here.
 */
final class Faults implements FaultHandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    return (message, cause) -> {
      action.run();
      LOG.error("embedded broker: {}: {}", name, message, cause);
      return new IllegalStateException(name + ": " + message, cause);
    };
  }
}
