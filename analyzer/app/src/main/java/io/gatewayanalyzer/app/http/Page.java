package io.gatewayanalyzer.app.http;

import java.nio.charset.StandardCharsets;

/**
 * What one who asks is told.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body not to be changed
 */
record Page(int status, String contentType, byte[] body) {
  private static final String TEXT = "text/plain; charset=utf-8";

  /** One line of text. */
  static Page line(int status, String text) {
    return new Page(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
