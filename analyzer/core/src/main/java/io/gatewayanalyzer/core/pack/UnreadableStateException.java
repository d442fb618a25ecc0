package io.gatewayanalyzer.core.pack;

/**
 * State that this program cannot read: another version or another kind of store wrote it. The
 * message holds nothing of the state and may be shown.
 */
public final class UnreadableStateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private UnreadableStateException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * State of another version.
   *
   * @param what whose state, in a word or two
   */
  public static UnreadableStateException version(String what, int version, int reads) {
    return new UnreadableStateException(
        what + " of version " + version + "; this program reads version " + reads, null);
  }

  /**
   * State in the log of another kind of store.
   *
   * @param store the store's name
   * @param cause what came of reading it; null when nothing did
   */
  public static UnreadableStateException otherStore(String store, Throwable cause) {
    return new UnreadableStateException(
        "the changelog of store " + store + " was written by another kind of store", cause);
  }
}
