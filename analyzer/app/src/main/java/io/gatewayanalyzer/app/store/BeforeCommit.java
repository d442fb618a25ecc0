package io.gatewayanalyzer.app.store;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets a processor send what it holds just before its task commits, so that it holds nothing that a
 * crash could lose.
 *
 * <p>Kafka Streams lets the caches of its stores send what they hold at that moment, inside the
 * transaction; this presents itself as such a cache, for there is no public way (ADR 15).
 */
public final class BeforeCommit extends TaskStore implements CachedStateStore<Object, Object> {
  private Runnable last = () -> {};

  private BeforeCommit(String name) {
    super(name);
  }

  /** A builder of one for each task. */
  public static StoreBuilder<BeforeCommit> named(String name) {
    return builder(name, BeforeCommit::new);
  }

  /**
   * Says what is to be done before each commit; to be called when the processor is initialised.
   *
   * @param context the processor's own, through which it may send then
   * @param action what is to be done
   */
  public void run(ProcessorContext<?, ?> context, Runnable action) {
    InternalProcessorContext<?, ?> inside = (InternalProcessorContext<?, ?>) context;
    ProcessorNode<?, ?, ?, ?> node = inside.currentNode();
    last =
        () -> {
          ProcessorNode<?, ?, ?, ?> before = inside.currentNode();
          inside.setCurrentNode(node);
          try {
            action.run();
          } finally {
            inside.setCurrentNode(before);
          }
        };
  }

  @Override
  public void flushCache() {
    last.run();
  }

  @Override
  public void clearCache() {}

  @Override
  public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean oldValues) {
    return false;
  }
}
