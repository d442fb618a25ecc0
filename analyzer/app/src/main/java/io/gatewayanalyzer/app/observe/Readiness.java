package io.gatewayanalyzer.app.observe;

/** Whether work is being done. Thread safe and quick. */
@FunctionalInterface
public interface Readiness {
  /** Why not, in a few words; null when it is. */
  String missing();

  /** Whether it is. */
  default boolean ready() {
    return missing() == null;
  }
}
