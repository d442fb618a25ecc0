package io.gatewayanalyzer.app.observe.metrics;

import java.util.function.Supplier;

/**
 * What belongs to a combination of labels: three free ones, and a number that stands for the closed
 * ones. Finding takes no lock and allocates nothing. Thread safe.
 *
 * <p>Entries are immutable, so a reader that sees one sees all of it; a reader that does not see it
 * yet makes it, which looks again under the lock, or counts elsewhere.
 *
 * @param <T> what belongs to them
 */
final class Cells<T> {
  private static final int FIRST_ROOM = 64;
  private static final int SPREAD = 0x85EBCA6B;

  private Entry<T>[] entries = room(FIRST_ROOM);
  private int size;

  /** The cell of a combination; null when there is none yet. */
  T get(Label first, Label second, Label third, int closed) {
    Entry<T>[] seen = entries;
    int mask = seen.length - 1;
    int at = hash(first, second, third, closed) & mask;
    for (Entry<T> entry = seen[at]; entry != null; entry = seen[at]) {
      if (entry.is(first, second, third, closed)) {
        return entry.cell;
      }
      at = at + 1 & mask;
    }
    return null;
  }

  /** The cell of a combination, made when there is none. */
  synchronized T make(Label first, Label second, Label third, int closed, Supplier<T> cell) {
    T known = get(first, second, third, closed);
    if (known != null) {
      return known;
    }
    if (size * 2 >= entries.length) {
      Entry<T>[] larger = room(entries.length * 2);
      for (Entry<T> entry : entries) {
        put(larger, entry);
      }
      entries = larger;
    }
    Entry<T> made = new Entry<>(first, second, third, closed, cell.get());
    put(entries, made);
    size++;
    return made.cell;
  }

  /** How many there are. */
  synchronized int size() {
    return size;
  }

  private static <T> void put(Entry<T>[] into, Entry<T> entry) {
    if (entry == null) {
      return;
    }
    int mask = into.length - 1;
    int at = hash(entry.first, entry.second, entry.third, entry.closed) & mask;
    while (into[at] != null) {
      at = at + 1 & mask;
    }
    into[at] = entry;
  }

  private static int hash(Label first, Label second, Label third, int closed) {
    int hash = ((first.hash() * 31 + second.hash()) * 31 + third.hash()) * 31 + closed * SPREAD;
    return hash ^ hash >>> 15;
  }

  @SuppressWarnings("unchecked")
  private static <T> Entry<T>[] room(int length) {
    return (Entry<T>[]) new Entry<?>[length];
  }

  private static final class Entry<T> {
    private final Label first;
    private final Label second;
    private final Label third;
    private final int closed;
    private final T cell;

    Entry(Label first, Label second, Label third, int closed, T cell) {
      this.first = first;
      this.second = second;
      this.third = third;
      this.closed = closed;
      this.cell = cell;
    }

    boolean is(Label one, Label two, Label three, int four) {
      return closed == four && third == three && second == two && first == one;
    }
  }
}
