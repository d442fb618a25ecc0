package io.gatewayanalyzer.app.audit;

import io.gatewayanalyzer.core.event.RawRef;
import java.util.List;

/**
 * What an audit found.
 *
 * @param records raw records there are
 * @param attempts attempts that refer to one of them
 * @param undecodable undecodable records that refer to one of them
 * @param deadLetters records our own code failed on; they count as missing
 * @param missing raw records that were committed as read but that nothing refers to
 * @param twice raw records that more than one result refers to
 * @param pending raw records the analyzer has not come to yet
 * @param firstMissing the first of the missing ones
 * @param firstTwice the first that were answered twice
 */
public record AuditReport(
    long records,
    long attempts,
    long undecodable,
    long deadLetters,
    long missing,
    long twice,
    long pending,
    List<RawRef> firstMissing,
    List<RawRef> firstTwice) {
  /** Whether nothing is missing and nothing is there twice. */
  public boolean complete() {
    return missing == 0 && twice == 0;
  }
}
