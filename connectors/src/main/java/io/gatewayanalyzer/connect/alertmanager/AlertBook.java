package io.gatewayanalyzer.connect.alertmanager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one Alertmanager has to be told, and when: alert records in, postings out. An alert that
 * fires is posted at once and then once every interval, together with all others, for Alertmanager
 * forgets what is not repeated; each time it is said to end four intervals later, so that it ends
 * by itself when we are gone. One that is over is repeated for a while. Where it stands in the
 * topic says which of two records is the newer one, whatever their order of arrival.
 *
 * <p>Resolved alerts stay, so that an old record cannot bring them back, until their room is
 * needed. Not thread safe; time is a parameter, epoch milliseconds.
 */
public final class AlertBook {
  private static final int INTERVALS_BELIEVED = 4;
  private static final Comparator<Posting> MOST_URGENT_FIRST =
      Comparator.comparing((Posting posting) -> !posting.pages())
          .thenComparing(posting -> posting.alert().startsAtMs())
          .thenComparing(posting -> posting.alert().alertId());

  private final long intervalMs;
  private final long repeatResolvedMs;
  private final int capacity;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long firstMs = -1;

  /**
   * An empty book.
   *
   * @param interval how often an alert is repeated
   * @param repeatResolved for how long the end of one is repeated
   * @param capacity how many alerts it takes
   */
  public AlertBook(Duration interval, Duration repeatResolved, int capacity) {
    this.intervalMs = interval.toMillis();
    this.repeatResolvedMs = repeatResolved.toMillis();
    this.capacity = capacity;
  }

  /**
   * Takes a record.
   *
   * @return false when there is no room: as many alerts as it takes are firing
   */
  public boolean put(AlertRecord alert, Origin origin, long nowMs) {
    firstMs = firstMs < 0 ? nowMs : firstMs;
    Entry known = entries.get(alert.alertId());
    if (known != null && known.isAtLeast(alert, origin)) {
      return true;
    }
    if (known == null && entries.size() >= capacity && !makeRoom()) {
      return false;
    }
    Entry entry = new Entry(alert, origin, nowMs);
    entry.posted = known != null && known.posted;
    entries.put(alert.alertId(), entry);
    return true;
  }

  /** Forgets an alert; Alertmanager ends it by itself. */
  public void forget(String alertId) {
    entries.remove(alertId);
  }

  /** Forgets the alerts of a partition that somebody else looks after now. */
  public void forgetPartition(String topic, int partition) {
    entries.values().removeIf(entry -> entry.origin.isIn(topic, partition));
  }

  /**
   * What is to be posted now, pages first. Stays so until {@link #sent}, {@link #denied} or {@link
   * #refused} tells how it went.
   */
  public List<Posting> due(long nowMs) {
    List<Posting> due = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (dueMs(entry, nowMs) <= nowMs) {
        // Even a post whose answer never comes may have been read.
        entry.posted |= entry.alert.firing();
        due.add(posting(entry, nowMs));
      }
    }
    due.sort(MOST_URGENT_FIRST);
    return due;
  }

  /** When something is due next; {@link Long#MAX_VALUE} when nothing will be by itself. */
  public long nextMs(long nowMs) {
    long next = Long.MAX_VALUE;
    for (Entry entry : entries.values()) {
      next = Math.min(next, dueMs(entry, nowMs));
    }
    return next;
  }

  /** Alertmanager took it. */
  public void sent(Posting posting, long nowMs) {
    Entry entry = entryOf(posting);
    if (entry != null) {
      entry.sentMs = nowMs;
      entry.complained = false;
    }
  }

  /**
   * Alertmanager would not talk to us; next try with the next regular repetition.
   *
   * @return whether it is the first time for this record
   */
  public boolean denied(Posting posting, long nowMs) {
    Entry entry = entryOf(posting);
    if (entry == null) {
      return false;
    }
    entry.sentMs = nowMs;
    boolean first = !entry.complained;
    entry.complained = true;
    return first;
  }

  /**
   * Alertmanager finds the alert itself wrong; it is not posted again before it changes.
   *
   * @return whether it is the first time for this record
   */
  public boolean refused(Posting posting) {
    Entry entry = entryOf(posting);
    if (entry == null) {
      return false;
    }
    boolean first = !entry.complained;
    entry.complained = true;
    entry.refused = true;
    return first;
  }

  /** How many alerts fire, as far as is known. */
  public int firing() {
    return (int) entries.values().stream().filter(entry -> entry.alert.firing()).count();
  }

  /** How many alerts are known, resolved ones included. */
  public int size() {
    return entries.size();
  }

  private long dueMs(Entry entry, long nowMs) {
    if (entry.refused || !entry.alert.firing() && nowMs >= lastMs(entry)) {
      return Long.MAX_VALUE;
    }
    // All at the same beat: an Alertmanager that was restarted must know what mutes an alert when
    // it
    // hears of that alert again.
    long beat = nowMs - Math.floorMod(nowMs - firstMs, intervalMs);
    return entry.sentMs < beat ? nowMs : beat + intervalMs;
  }

  /**
   * Until when the end is repeated. Alertmanager need not hear of the end of what it never heard
   * of, unless that came from somebody before us: then the time of the end decides.
   */
  private long lastMs(Entry entry) {
    long from = entry.alert.endsAtMs();
    return (entry.posted ? Math.max(from, entry.learnedMs) : from) + repeatResolvedMs;
  }

  private Posting posting(Entry entry, long nowMs) {
    AlertRecord alert = entry.alert;
    long ends =
        alert.firing()
            ? Math.max(nowMs, alert.startsAtMs()) + INTERVALS_BELIEVED * intervalMs
            : Math.max(alert.startsAtMs(), Math.min(alert.endsAtMs(), nowMs));
    return new Posting(alert, entry.origin, ends);
  }

  /** The entry a posting was made from; null when it has changed since. */
  private Entry entryOf(Posting posting) {
    Entry entry = entries.get(posting.alert().alertId());
    return entry != null && entry.alert.equals(posting.alert()) ? entry : null;
  }

  /** Drops the resolved alert that is known longest. */
  private boolean makeRoom() {
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (oldestFirst.hasNext()) {
      if (!oldestFirst.next().alert.firing()) {
        oldestFirst.remove();
        return true;
      }
    }
    return false;
  }

  /** One alert: its newest record, and how far telling it has come. */
  private static final class Entry {
    private final AlertRecord alert;
    private final Origin origin;
    private final long learnedMs;
    private long sentMs = -1;
    private boolean posted;
    private boolean complained;
    private boolean refused;

    Entry(AlertRecord alert, Origin origin, long learnedMs) {
      this.alert = alert;
      this.origin = origin;
      this.learnedMs = learnedMs;
    }

    boolean isAtLeast(AlertRecord other, Origin otherOrigin) {
      return other.before(alert) || !other.after(alert) && origin.isAtLeast(otherOrigin);
    }
  }
}
