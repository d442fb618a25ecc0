package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what happened, by place and stretch of event time, until somebody takes it. Not thread
 * safe: belongs to one task.
 */
public final class Counter {
  /** Length of a stretch, milliseconds. */
  public static final long BUCKET_MS = 10_000;

  private final TreeMap<Long, Map<Place, Counts>> buckets = new TreeMap<>();
  private long lastBucketMs = -1;
  private Map<Place, Counts> last;
  private int size;

  /** Takes what was counted. */
  public interface Taker {
    /**
     * One cell.
     *
     * @param bucketMs start of the stretch, epoch milliseconds
     * @param place where it happened
     * @param counts what happened; the taker's from now on
     */
    void take(long bucketMs, Place place, Counts counts);
  }

  /** The start of the stretch a moment is in, epoch milliseconds. */
  public static long bucketOf(long timeMs) {
    return timeMs - Math.floorMod(timeMs, BUCKET_MS);
  }

  /** Counts an attempt, in the stretch in which it ended. */
  public void add(Attempt attempt) {
    long endMs = AttemptCounts.endMs(attempt);
    AttemptCounts.add(attempt, endMs, cell(endMs, AttemptCounts.placeOf(attempt)));
  }

  /**
   * Counts an operation, in the stretch in which it was known to be over.
   *
   * @param closedMs when that was, event time, epoch milliseconds
   */
  public void add(Operation operation, long closedMs) {
    OperationCounts.add(operation, cell(closedMs, OperationCounts.placeOf(operation)));
  }

  /**
   * Counts a record that cannot be read.
   *
   * @param fingerprint the shape of what is wrong with it
   * @param ref where it is; stands for the id it does not have
   * @param timeMs when it was logged, epoch milliseconds
   */
  public void addUndecodable(String fingerprint, String ref, long timeMs) {
    Place place = new Place(null, null, null, null, null, null, null, fingerprint);
    Counts counts = cell(timeMs, place);
    counts.add(Measure.UNDECODABLE, 1);
    counts.add(new Sample(timeMs, null, ref, null, null, null, -1));
  }

  /** How many cells are held. */
  public int size() {
    return size;
  }

  /** Gives away all that is held, in the order of time. */
  public void takeAll(Taker taker) {
    buckets.forEach(
        (bucketMs, cells) -> cells.forEach((place, counts) -> taker.take(bucketMs, place, counts)));
    clear();
  }

  /** Forgets all that is held. */
  public void clear() {
    buckets.clear();
    last = null;
    lastBucketMs = -1;
    size = 0;
  }

  private Counts cell(long timeMs, Place place) {
    long bucketMs = bucketOf(timeMs);
    if (last == null || lastBucketMs != bucketMs) {
      last = buckets.computeIfAbsent(bucketMs, any -> new HashMap<>());
      lastBucketMs = bucketMs;
    }
    Counts counts = last.get(place);
    if (counts == null) {
      counts = new Counts();
      last.put(place, counts);
      size++;
    }
    return counts;
  }
}
