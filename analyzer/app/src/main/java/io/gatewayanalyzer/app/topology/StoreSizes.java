package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.app.observe.LineWatcher;
import io.gatewayanalyzer.app.store.StoreWatcher;

/** Passes on how large stores are. */
record StoreSizes(LineWatcher watcher) implements StoreWatcher {
  @Override
  public void size(String store, String task, long entries, long bytes) {
    watcher.stored(store, task, entries, bytes);
  }

  @Override
  public void gone(String store, String task) {
    watcher.storeGone(store, task);
  }
}
