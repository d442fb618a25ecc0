package io.gatewayanalyzer.app.topology;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes everything that is open, as if silence followed: for runs whose input has an end. The
 * stateful nodes of one line know it, look at it often, and say when they have nothing left. To be
 * asked only when the nodes have read all their input. Thread safe.
 */
public final class Drain {
  private final Set<Object> open = ConcurrentHashMap.newKeySet();
  private final Drain before;
  private volatile boolean requested;

  /** A drain that is to be asked for. */
  public Drain() {
    this(null);
  }

  private Drain(Drain before) {
    this.before = before;
  }

  /** A drain that begins by itself when another one is done. */
  static Drain after(Drain before) {
    return new Drain(before);
  }

  /** Asks every stateful node to close what it holds. */
  public void request() {
    requested = true;
  }

  /** Whether it was asked for and no node holds anything any more. */
  public boolean done() {
    return requested() && open.isEmpty();
  }

  boolean requested() {
    return requested || before != null && before.done();
  }

  void opened(Object node) {
    open.add(node);
  }

  void empty(Object node) {
    open.remove(node);
  }
}
