package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.benchmarks.Kind;

/**
 * What a topic is made of, in percent.
 *
 * @param healthy healthy bodies
 * @param errors error bodies
 * @param streams transcripts of event streams
 */
record Mix(int healthy, int errors, int streams) {
  static final Mix USUAL = new Mix(80, 10, 10);
  static final Mix HARSH = new Mix(0, 50, 50);

  private static final int PERCENT = 100;
  private static final int STEP = 37;

  Mix {
    if (healthy < 0 || errors < 0 || streams < 0 || healthy + errors + streams != PERCENT) {
      throw new IllegalArgumentException("the shares of a mix are percent and add up to 100");
    }
  }

  /**
   * Reads {@code usual}, {@code harsh} or three shares.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  static Mix parse(String text) {
    if (text.equals("usual")) {
      return USUAL;
    }
    if (text.equals("harsh")) {
      return HARSH;
    }
    String[] shares = text.split("/", -1);
    if (shares.length != 3) {
      throw new IllegalArgumentException("a mix is 'usual', 'harsh' or 'HEALTHY/ERRORS/STREAMS'");
    }
    return new Mix(
        Integer.parseInt(shares[0]), Integer.parseInt(shares[1]), Integer.parseInt(shares[2]));
  }

  /** The kind of the n-th record; each hundred of them has every share exactly, well shuffled. */
  Kind kind(long number) {
    // Coprime with a hundred, so every remainder comes once.
    long drawn = number * STEP % PERCENT;
    if (drawn < healthy) {
      return Kind.HEALTHY;
    }
    return drawn < healthy + errors ? Kind.ERROR : Kind.STREAM;
  }

  @Override
  public String toString() {
    return healthy + " % healthy bodies, " + errors + " % error bodies, " + streams + " % streams";
  }
}
