package io.gatewayanalyzer.app.observe.metrics;

/**
 * The series of one metric, up to a cap. When nine tenths of it are taken, new combinations keep
 * the first label alone, and when all is taken not even that: the others become {@link
 * Label#OTHER}, so that what is counted still adds up. Beyond the cap only combinations of closed
 * labels can be added, of which there are few. Thread safe.
 *
 * @param <T> what a series is counted with
 */
final class Series<T> {
  private static final int RESERVED = 10;

  private final Cells<T> cells = new Cells<>();
  private final Maker<T> maker;
  private final AllowedNames[] folding;
  private final int most;
  private final int roomy;

  /**
   * The series of a metric.
   *
   * @param most so many combinations
   * @param maker makes what one is counted with
   * @param folding where it is counted when the first, second and third label is folded
   */
  Series(int most, Maker<T> maker, AllowedNames... folding) {
    this.most = Math.max(1, most);
    this.roomy = this.most - this.most / RESERVED;
    this.maker = maker;
    this.folding = folding;
  }

  /** Makes what a combination is counted with. */
  interface Maker<T> {
    T make(Label first, Label second, Label third, int closed);
  }

  /** What a combination is counted with. */
  T at(Label first, Label second, Label third, int closed) {
    T known = cells.get(first, second, third, closed);
    return known == null ? other(first, second, third, closed) : known;
  }

  private T other(Label first, Label second, Label third, int closed) {
    if (cells.size() < roomy) {
      return make(first, second, third, closed);
    }
    Label anySecond = folded(second, 1);
    Label anyThird = folded(third, 2);
    T known = cells.get(first, anySecond, anyThird, closed);
    if (known != null) {
      return known;
    }
    return make(cells.size() < most ? first : folded(first, 0), anySecond, anyThird, closed);
  }

  private Label folded(Label label, int position) {
    return label == Label.NONE || label == Label.OTHER ? label : folding[position].other();
  }

  private T make(Label first, Label second, Label third, int closed) {
    return cells.make(first, second, third, closed, () -> maker.make(first, second, third, closed));
  }
}
