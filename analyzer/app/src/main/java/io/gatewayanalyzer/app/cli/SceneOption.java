package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.demo.Scene;
import java.time.Duration;
import java.util.Locale;

/** The scenes that a demo can write into a file. */
enum SceneOption {
  /** Every documented failure. */
  MIXED(Duration.ofMinutes(20)),
  /** Six incidents. */
  INCIDENTS(Duration.ofHours(2)),
  /** Nothing happens. */
  CALM(Duration.ofHours(24));

  private final Duration length;

  SceneOption(Duration length) {
    this.length = length;
  }

  /** How long it takes unless somebody says otherwise. */
  Duration length() {
    return length;
  }

  Scene scene(long startMs) {
    return switch (this) {
      case MIXED -> Scene.mixed();
      case INCIDENTS -> Scene.incidents(startMs);
      case CALM -> Scene.calmDay();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
