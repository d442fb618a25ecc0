package io.gatewayanalyzer.core.payload;

/**
 * Header look-up by lower-case name; reading is done when asked, so unasked headers cost nothing.
 */
@FunctionalInterface
public interface Headers {
  /** No headers at all. */
  Headers NONE = name -> null;

  /**
   * The first value of a header.
   *
   * @param name the header's name in lower case; the log's spelling may differ in case
   * @return its value as text, or null when absent
   */
  String get(String name);
}
