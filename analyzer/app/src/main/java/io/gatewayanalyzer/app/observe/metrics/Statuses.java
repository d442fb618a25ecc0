package io.gatewayanalyzer.app.observe.metrics;

/** HTTP statuses as labels. */
final class Statuses {
  private static final int FIRST = 100;
  private static final int AFTER = 600;

  private final Label[] labels = new Label[AFTER];
  private final AllowedNames names;

  /**
   * The statuses there are.
   *
   * @param names counts those that are not shown
   */
  Statuses(AllowedNames names) {
    this.names = names;
    for (int status = FIRST; status < AFTER; status++) {
      labels[status] = new Label(Integer.toString(status));
    }
  }

  /** The label of a status; unknown when there is no such status. */
  Label of(int status) {
    return status >= FIRST && status < AFTER ? labels[status] : Label.UNKNOWN;
  }

  AllowedNames names() {
    return names;
  }
}
