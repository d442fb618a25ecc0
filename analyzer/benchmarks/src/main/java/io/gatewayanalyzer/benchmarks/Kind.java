package io.gatewayanalyzer.benchmarks;

/** What a raw record holds. */
public enum Kind {
  /** A 200 whose body is an answer. */
  HEALTHY(1_500),
  /** A refusal whose body says why. */
  ERROR(1_500),
  /** A 200 with the transcript of an event stream: 20 frames, 5 KB as they are logged. */
  STREAM(5_600),
  /** Noise, and records that break off. */
  GARBAGE(1_500);

  private final int bytes;

  Kind(int bytes) {
    this.bytes = bytes;
  }

  /** Size of a record in the benchmarks of the core. */
  public int bytes() {
    return bytes;
  }
}
