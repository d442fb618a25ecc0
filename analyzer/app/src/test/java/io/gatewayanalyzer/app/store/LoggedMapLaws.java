package io.gatewayanalyzer.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.kafka.common.utils.Bytes;

class LoggedMapLaws {
  private enum What {
    PUT,
    DELETE,
    FLUSH,
    CRASH,
    COMPACT
  }

  /** One thing that happens. */
  record Event(What what, int key, int valueBytes) {}

  /** A log as Kafka keeps it: all records in order, until some are compacted. */
  private static final class Log implements SegmentLog {
    private final List<Map.Entry<Long, byte[]>> records = new ArrayList<>();

    @Override
    public void write(long number, byte[] segment) {
      records.add(new AbstractMap.SimpleEntry<>(number, segment));
    }

    /** Of the records before that place, drops those that a later one of them replaces. */
    void compact(int until) {
      Map<Long, Integer> last = new HashMap<>();
      for (int i = 0; i < until; i++) {
        last.put(records.get(i).getKey(), i);
      }
      List<Map.Entry<Long, byte[]>> kept = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        if (i >= until || last.get(records.get(i).getKey()) == i) {
          kept.add(records.get(i));
        }
      }
      records.clear();
      records.addAll(kept);
    }

    LoggedMap restored() {
      LoggedMap map = new LoggedMap();
      records.forEach(record -> map.restore(record.getKey(), record.getValue()));
      return map;
    }

    long bytes() {
      Map<Long, Integer> alive = new HashMap<>();
      records.forEach(
          one -> alive.put(one.getKey(), one.getValue() == null ? 0 : one.getValue().length));
      return alive.values().stream().mapToLong(Integer::longValue).sum();
    }
  }

  @Property(tries = 1_000)
  void shouldBeTheMapThatWasFlushedLast(@ForAll("events") List<Event> events) {
    // Given
    Log log = new Log();
    LoggedMap map = new LoggedMap();
    Map<Bytes, String> plain = new HashMap<>();
    Map<Bytes, String> flushed = new HashMap<>();

    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);

      // When
      switch (event.what()) {
        case PUT -> {
          byte[] value = value(i, event.valueBytes());
          map.put(key(event.key()), value);
          plain.put(key(event.key()), text(value));
        }
        case DELETE -> {
          map.put(key(event.key()), null);
          plain.remove(key(event.key()));
        }
        case FLUSH -> {
          map.flush(log);
          flushed = new HashMap<>(plain);
        }
        case CRASH -> {
          map = log.restored();
          plain = new HashMap<>(flushed);
        }
        default -> log.compact(event.valueBytes() % (log.records.size() + 1));
      }

      // Then
      assertThat(contents(map)).isEqualTo(plain);
      assertThat(map.size()).isEqualTo(plain.size());
    }
    assertThat(contents(log.restored())).isEqualTo(flushed);
  }

  @Property(tries = 300)
  void shouldKeepTheLogShort(@ForAll("events") List<Event> events) {
    // Given
    Log log = new Log();
    LoggedMap map = new LoggedMap();

    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.what() == What.CRASH) {
        map = log.restored();
      }
      map.put(key(event.key()), event.what() == What.DELETE ? null : value(i, event.valueBytes()));
      long most = 2 * map.aliveBytes() + LoggedMap.SLACK_BYTES + LogWriter.SEGMENT_BYTES;

      // When
      map.flush(log);

      // Then
      assertThat(map.logBytes()).isLessThanOrEqualTo(most);
      assertThat(log.bytes()).isLessThanOrEqualTo(map.logBytes());
    }
  }

  /** Values from a few bytes to longer than a segment, for few keys. */
  @Provide
  static Arbitrary<List<Event>> events() {
    Arbitrary<What> whats =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(What.PUT)),
            Tuple.of(4, Arbitraries.just(What.DELETE)),
            Tuple.of(4, Arbitraries.just(What.FLUSH)),
            Tuple.of(1, Arbitraries.just(What.CRASH)),
            Tuple.of(1, Arbitraries.just(What.COMPACT)));
    Arbitrary<Integer> sizes =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 50), Arbitraries.integers().between(50_000, 400_000));
    return Combinators.combine(whats, Arbitraries.integers().between(0, 6), sizes)
        .as(Event::new)
        .list()
        .ofMaxSize(80);
  }

  private static Map<Bytes, String> contents(LoggedMap map) {
    Map<Bytes, String> contents = new HashMap<>();
    for (Iterator<Entry> all = map.all(); all.hasNext(); ) {
      Entry entry = all.next();
      contents.put(entry.key, text(entry.value));
      assertThat(map.get(entry.key)).isEqualTo(entry.value);
    }
    return contents;
  }

  /** Told apart by when it was put, and by its length. */
  private static byte[] value(int when, int bytes) {
    byte[] value = new byte[bytes + 4];
    System.arraycopy(ByteBuffer.allocate(4).putInt(when).array(), 0, value, 0, 4);
    return value;
  }

  private static String text(byte[] value) {
    return value.length + "@" + ByteBuffer.wrap(value).getInt();
  }

  private static Bytes key(int number) {
    return Bytes.wrap(("key-" + number).getBytes(StandardCharsets.UTF_8));
  }
}
