package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.run.ExitCode;

/** A command cannot go on: the one line to print, and the exit code. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private CommandFailed(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Wrong usage or configuration, exit code 2. */
  static CommandFailed usage(String message) {
    return new CommandFailed(ExitCode.USAGE, message, null);
  }

  /** The same, with what led to it. */
  static CommandFailed usage(String message, Throwable cause) {
    return new CommandFailed(ExitCode.USAGE, message, cause);
  }

  /** Anything else, exit code 1. */
  static CommandFailed of(String message, Throwable cause) {
    return new CommandFailed(ExitCode.FAILURE, message, cause);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
