package io.gatewayanalyzer.app.run;

/** Kafka cannot be reached; the message is the one line the user sees. */
public final class NoKafkaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a complete message. */
  public NoKafkaException(String message, Throwable cause) {
    super(message, cause);
  }
}
