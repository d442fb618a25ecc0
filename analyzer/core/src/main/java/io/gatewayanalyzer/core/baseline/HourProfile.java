package io.gatewayanalyzer.core.baseline;

import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.Arrays;

/**
 * What was usual in each hour of the week (UTC), in the last two weeks that had that hour.
 * Immutable.
 */
final class HourProfile {
  static final HourProfile NONE = new HourProfile(null);

  private static final int HOURS = 7 * 24;

  private static final int WEEKS = 2;

  private static final int FIGURES = 3;
  private static final int ENTRY = WEEKS * FIGURES;

  /** For each hour the later week, then the earlier one: bins of figures, 0 for an unknown one. */
  private final byte[] codes;

  private HourProfile(byte[] codes) {
    this.codes = codes;
  }

  /** With another week's knowledge of an hour. */
  HourProfile with(long epochHour, Usual usual) {
    byte[] next = codes == null ? new byte[HOURS * ENTRY] : codes.clone();
    int at = at(epochHour);
    System.arraycopy(next, at, next, at + FIGURES, FIGURES);
    next[at] = code(usual.median());
    next[at + 1] = code(usual.deviation());
    next[at + 2] = code(usual.high());
    return new HourProfile(next);
  }

  /**
   * What is usual in an hour: between the two weeks, and as wide as the wider of them and as what
   * lies between them.
   *
   * @param mean the mean of late, which no profile keeps
   * @return null before two weeks are known
   */
  Usual usual(long epochHour, double mean) {
    int at = at(epochHour);
    if (codes == null || codes[at + FIGURES] == 0) {
      return null;
    }
    double later = value(at);
    double earlier = value(at + FIGURES);
    double between = Math.abs(later - earlier) / 2;
    double deviation = Math.max(value(at + 1), value(at + FIGURES + 1));
    double high = Math.max(value(at + 2), value(at + FIGURES + 2));
    return new Usual((later + earlier) / 2, Math.max(deviation, between), high, mean);
  }

  private static int at(long epochHour) {
    return (int) Math.floorMod(epochHour, (long) HOURS) * ENTRY;
  }

  private static byte code(double count) {
    return (byte) (MinuteCounts.bin(Math.round(count)) + 1);
  }

  private double value(int at) {
    return MinuteCounts.value((codes[at] & 0xff) - 1);
  }

  /** Hours that are alike follow each other, so each is written with how often it comes. */
  void write(StateWriter out) {
    if (codes == null) {
      out.count(0);
      return;
    }
    int from = 0;
    while (from < codes.length) {
      int to = from + ENTRY;
      while (to < codes.length && alike(from, to)) {
        to += ENTRY;
      }
      out.count((to - from) / ENTRY);
      for (int i = 0; i < ENTRY; i++) {
        out.octet(codes[from + i]);
      }
      from = to;
    }
  }

  static HourProfile read(StateReader in) {
    int run = (int) in.count();
    if (run == 0) {
      return NONE;
    }
    byte[] codes = new byte[HOURS * ENTRY];
    int at = 0;
    while (true) {
      for (int i = 0; i < ENTRY; i++) {
        codes[at + i] = (byte) in.octet();
      }
      int end = at + run * ENTRY;
      for (int i = at + ENTRY; i < end; i++) {
        codes[i] = codes[i - ENTRY];
      }
      at = end;
      if (at == codes.length) {
        return new HourProfile(codes);
      }
      run = (int) in.count();
    }
  }

  private boolean alike(int one, int other) {
    return Arrays.equals(codes, one, one + ENTRY, codes, other, other + ENTRY);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HourProfile profile && Arrays.equals(codes, profile.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }
}
