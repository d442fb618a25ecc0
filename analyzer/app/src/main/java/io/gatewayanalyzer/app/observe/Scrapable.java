package io.gatewayanalyzer.app.observe;

import java.io.IOException;
import java.io.Writer;

/** Numbers that somebody comes for. Thread safe. */
public interface Scrapable {
  /**
   * The form in which they are written.
   *
   * @param accept what the one who comes asks for, an HTTP {@code Accept} header; may be null
   * @return a content type
   */
  String contentType(String accept);

  /**
   * Writes the numbers of now.
   *
   * @param contentType as {@link #contentType} said
   */
  void write(String contentType, Writer out) throws IOException;
}
