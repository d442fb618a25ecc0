package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.demo.Scene;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

  /** The one that the user has named, in whatever case; null when nobody named one. */
  static SceneOption of(String word) {
    if (word == null) {
      return null;
    }
    for (SceneOption option : values()) {
      if (option.word().equalsIgnoreCase(word)) {
        return option;
      }
    }
    String accepted =
        Arrays.stream(values()).map(SceneOption::word).collect(Collectors.joining(", "));
    throw CommandFailed.usage("--scene: " + word + "; accepted: " + accepted);
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

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
