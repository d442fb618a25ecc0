package io.gatewayanalyzer.core.scenarios;

/** A mistake in a scenario file: which one, and what would have been right. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioException(String file, String mistake) {
    super(file + ": " + mistake);
  }
}
