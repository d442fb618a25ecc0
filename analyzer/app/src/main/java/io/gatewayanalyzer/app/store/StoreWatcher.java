package io.gatewayanalyzer.app.store;

/**
 * Hears how large stores are. Called by the stores' own threads; thread safe, quick, never throws.
 */
public interface StoreWatcher {
  /**
   * A store has so much now.
   *
   * @param store its name
   * @param task whose part of it
   * @param entries keys with a value
   * @param bytes length of keys and values
   */
  void size(String store, String task, long entries, long bytes);

  /** A task's part of a store is here no more. */
  void gone(String store, String task);
}
