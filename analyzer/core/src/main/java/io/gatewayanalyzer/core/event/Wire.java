package io.gatewayanalyzer.core.event;

/** A closed word that is written into records: an enum constant and its snake_case wire name. */
public interface Wire {
  /** The word as records, catalogs and metrics spell it; stable across releases. */
  String wire();

  /**
   * The constant of a closed vocabulary with this wire name.
   *
   * @return the constant, or null when no constant has that name (also for null)
   */
  static <E extends Enum<E> & Wire> E parse(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.wire().equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
