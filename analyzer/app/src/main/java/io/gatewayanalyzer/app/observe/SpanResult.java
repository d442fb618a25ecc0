package io.gatewayanalyzer.app.observe;

import java.util.Locale;

/** What became of a span. */
public enum SpanResult {
  /** The receiver took it. */
  EXPORTED,
  /** Its operation was healthy and not drawn. */
  UNSAMPLED,
  /** The queue was full. */
  DROPPED,
  /** The receiver refused it or was away. */
  FAILED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As a label's value. */
  public String word() {
    return word;
  }
}
