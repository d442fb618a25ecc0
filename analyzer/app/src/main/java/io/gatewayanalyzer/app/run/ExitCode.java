package io.gatewayanalyzer.app.run;

/** How the process ends, for scripts and supervisors. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** Anything that has no code of its own. */
  FAILURE(1),
  /** The command line or the configuration is wrong. */
  USAGE(2),
  /** Kafka cannot be reached. */
  NO_KAFKA(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }
}
