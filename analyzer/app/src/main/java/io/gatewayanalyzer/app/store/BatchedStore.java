package io.gatewayanalyzer.app.store;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store on the heap whose changes are logged once per commit, many to a record. What was put and
 * deleted since the last commit costs no record at all. It has no order: ranges are not offered.
 *
 * <p>Kafka Streams flushes the caches of its stores before each commit, inside the transaction;
 * this store presents itself as such a cache, for there is no public way to be told (ADR 14).
 */
final class BatchedStore implements KeyValueStore<Bytes, byte[]>, CachedStateStore<Object, Object> {
  private final LoggedMap map;
  private final KeyValueStore<Bytes, byte[]> changelog;
  private final StoreWatcher watcher;
  private String task = "";

  /**
   * A store over a map.
   *
   * @param changelog logs what is put into it, and restores the map
   * @param watcher hears how large it is, once a commit
   */
  BatchedStore(LoggedMap map, KeyValueStore<Bytes, byte[]> changelog, StoreWatcher watcher) {
    this.map = map;
    this.changelog = changelog;
    this.watcher = watcher;
  }

  @Override
  public String name() {
    return changelog.name();
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    task = context.taskId().toString();
    changelog.init(context, root);
  }

  @Override
  public void flushCache() {
    map.flush((number, segment) -> changelog.put(key(number), segment));
    tell();
  }

  /** Called before somebody else writes the log for a while; all is flushed and stays right. */
  @Override
  public void clearCache() {}

  @Override
  public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean oldValues) {
    return false;
  }

  @Override
  public byte[] get(Bytes key) {
    return map.get(key);
  }

  @Override
  public void put(Bytes key, byte[] value) {
    map.put(key, value);
  }

  @Override
  public byte[] putIfAbsent(Bytes key, byte[] value) {
    byte[] before = map.get(key);
    return before == null ? map.put(key, value) : before;
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
    entries.forEach(entry -> map.put(entry.key, entry.value));
  }

  @Override
  public byte[] delete(Bytes key) {
    return map.put(key, null);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    throw new UnsupportedOperationException("store " + name() + " has no order");
  }

  /** In no order; nothing may change while it is read. */
  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    tell(); // a task that starts reads what was restored
    return new All(map.all());
  }

  @Override
  public long approximateNumEntries() {
    return map.size();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return changelog.isOpen();
  }

  @Override
  public Position getPosition() {
    return changelog.getPosition();
  }

  @Override
  public void close() {
    changelog.close();
    watcher.gone(name(), task);
  }

  private void tell() {
    watcher.size(name(), task, map.size(), map.aliveBytes());
  }

  private static Bytes key(long number) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static final class All implements KeyValueIterator<Bytes, byte[]> {
    private final Iterator<Entry> entries;

    All(Iterator<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      Entry entry = entries.next();
      return new KeyValue<>(entry.key, entry.value);
    }

    @Override
    public Bytes peekNextKey() {
      throw new UnsupportedOperationException("only next");
    }

    @Override
    public void close() {}
  }
}
