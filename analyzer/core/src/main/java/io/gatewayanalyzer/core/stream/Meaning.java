package io.gatewayanalyzer.core.stream;

/** What one frame means for its stream. */
public enum Meaning {
  /** More is to come. */
  GOES_ON,
  /** The protocol's end: the output is whole. */
  FINISHED,
  /** The protocol's end: a limit cut the output short. */
  CUT_SHORT,
  /** The output failed. */
  FAILED,
  /** The caller called it off. */
  CANCELLED
}
