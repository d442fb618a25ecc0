package io.gatewayanalyzer.app.config;

/** Settings that cannot be used; the message is the one line the user sees. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a complete message: file, line, key, and what would be accepted. */
  public ConfigException(String message) {
    super(message);
  }
}
