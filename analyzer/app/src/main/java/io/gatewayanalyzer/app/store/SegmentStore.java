package io.gatewayanalyzer.app.store;

import io.gatewayanalyzer.core.pack.UnreadableStateException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The store of segments that Kafka Streams logs and restores: it keeps none of them. What is
 * restored goes into the map; what is put has come from there.
 */
final class SegmentStore implements KeyValueStore<Bytes, byte[]> {
  private final String name;
  private final LoggedMap map;
  private boolean open;

  SegmentStore(String name, LoggedMap map) {
    this.name = name;
    this.map = map;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    map.clear();
    context.register(root, this::restore);
    open = true;
  }

  @Override
  public void put(Bytes number, byte[] segment) {}

  @Override
  public byte[] putIfAbsent(Bytes number, byte[] segment) {
    return null;
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> segments) {}

  @Override
  public byte[] delete(Bytes number) {
    return null;
  }

  @Override
  public byte[] get(Bytes number) {
    return null;
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    throw new UnsupportedOperationException("segments are not kept");
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    throw new UnsupportedOperationException("segments are not kept");
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
    return open;
  }

  /** Nobody asks from outside how far it is. */
  @Override
  public Position getPosition() {
    return Position.emptyPosition();
  }

  @Override
  public void close() {
    map.clear();
    open = false;
  }

  private void restore(byte[] number, byte[] segment) {
    try {
      map.restore(ByteBuffer.wrap(number).getLong(), segment);
    } catch (IllegalStateException | IndexOutOfBoundsException | BufferUnderflowException e) {
      throw UnreadableStateException.otherStore(name, e);
    }
  }
}
