package io.gatewayanalyzer.app.observe.metrics;

/** A label's value of which there is one object, so that finding a series compares no text. */
final class Label {
  /** What the log does not say. */
  static final Label UNKNOWN = new Label("unknown");

  /** What has no name of its own. */
  static final Label OTHER = new Label("other");

  /** In the place of a label that a metric does not have. */
  static final Label NONE = new Label("");

  private final String text;
  private final int hash;

  Label(String text) {
    this.text = text;
    this.hash = text.hashCode() * 0x9E3779B9;
  }

  String text() {
    return text;
  }

  /** Spread over all bits. */
  int hash() {
    return hash;
  }
}
