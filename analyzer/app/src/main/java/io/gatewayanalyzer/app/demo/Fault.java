package io.gatewayanalyzer.app.demo;

/** Error objects as JSON text; the arguments hold no quotes. */
final class Fault {
  private Fault() {}

  static String typed(String type, String message) {
    return "{\"message\":\"" + message + "\",\"type\":\"" + type + "\"}";
  }

  static String coded(String type, String code, String message) {
    return "{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
  }

  /**
   * An error with the sender's further fields.
   *
   * @param metadata the {@code metadata} object, as JSON
   */
  static String detailed(String type, String message, String metadata) {
    return "{\"message\":\""
        + message
        + "\",\"type\":\""
        + type
        + "\",\"metadata\":"
        + metadata
        + "}";
  }
}
