package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.count.Balance;
import io.gatewayanalyzer.core.count.Counts;
import io.gatewayanalyzer.core.count.Place;
import io.gatewayanalyzer.core.count.Sample;
import io.gatewayanalyzer.core.count.Sums;
import java.util.List;
import java.util.SortedMap;

/**
 * What makes one kind of alert: which counts it looks at, over which time, and what it says of
 * them. Pure; the life cycle of alerts is {@link AlertStep}'s.
 */
public interface Policy {
  /** The alert's name; two policies never share one. */
  String name();

  /**
   * Sorts what happened at a place into this policy's scopes; nothing when it does not care.
   *
   * @param place where it happened
   * @param counts what happened there in one stretch of event time
   * @param out takes what belongs to each scope
   */
  void sort(Place place, Counts counts, Sorted out);

  /**
   * Whether sums alone are reason to remember a scope of which nothing is known yet; a scope that
   * is remembered takes all sums.
   */
  default boolean opens(Sums values) {
    return true;
  }

  /** Whether an attempt of the scope shows this policy's kind of trouble. */
  default boolean shows(Sample sample) {
    return true;
  }

  /** For how long and how finely sums are kept, the finest first. */
  List<Tier> tiers();

  /**
   * Whether no alert can begin before more is counted, because nothing of what the trouble consists
   * of is in sight. While none fires or is about to, such a scope is not judged; nor is it woken
   * when steps leave its windows, unless it learns.
   */
  default boolean quiet(Memory memory, long timeMs) {
    return false;
  }

  /**
   * What is to be said at a moment. Called for every moment at which something may have changed, in
   * order.
   *
   * @param memory what is known of the scope
   * @param timeMs the moment; a multiple of the finest tier's step, epoch milliseconds
   * @return one judgement for each alert the scope may have; always the same ones for the same
   *     scope, those without news included while they may be firing
   */
  List<Judgement> judge(Memory memory, long timeMs);

  /**
   * What is known of a scope's credit at a moment at which it is judged; null when nothing is.
   *
   * @param memory what is known of the scope
   * @param timeMs the moment, as for {@link #judge}
   */
  default AlertEvent.Credit credit(Memory memory, long timeMs) {
    return null;
  }

  /**
   * What is learned when time passes; {@code memory} itself when nothing is.
   *
   * @param memory what is known, the incidents that are firing included
   * @param timeMs the moment, as for {@link #judge}, which has been called for it
   */
  default Memory learn(Memory memory, long timeMs) {
    return memory;
  }

  /**
   * Over which times {@link #judge} sums, milliseconds. A scope is judged when a step enters or
   * leaves one of them, and at every moment while an alert of it fires or is about to.
   */
  default List<Long> windows() {
    return tiers().stream().map(Tier::lengthMs).toList();
  }

  /**
   * The sums of a step at whose end less, or more, was left in the account than before: for
   * policies that count what was spent by what is left.
   *
   * @param sums what was counted in the step
   * @param before what was left before it
   * @param now what was left at its end
   * @return as many sums as were given
   */
  default Sums spent(Sums sums, Balance before, Balance now) {
    return sums;
  }

  /** How long a scope is remembered after the last news of it, milliseconds. */
  default long memoryMs() {
    return tiers().get(tiers().size() - 1).lengthMs();
  }

  /** Takes what belongs to a scope. */
  interface Sorted {
    /**
     * Adds to a scope.
     *
     * @param labels the labels that tell the scope from the policy's others
     * @param values sums, in the order this policy reads them again
     * @param samples whether the samples of the counts belong to it
     * @param balance whether the balance of the counts belongs to it
     */
    void add(SortedMap<String, String> labels, Sums values, boolean samples, boolean balance);
  }

  /**
   * Sums in steps of equal length.
   *
   * @param stepMs length of a step, milliseconds; divides that of the next tier
   * @param lengthMs how far back it reaches, milliseconds
   */
  record Tier(long stepMs, long lengthMs) {}
}
