package io.gatewayanalyzer.core.simulation;

/**
 * One attempt to be made.
 *
 * @param operationId what the caller wants
 * @param caller who wants it
 * @param route where
 * @param streamed whether as a stream
 * @param number which try, from 1
 * @param startMs when, epoch milliseconds
 */
record Call(
    String operationId, Caller caller, Route route, boolean streamed, int number, long startMs) {
  Call again(long atMs) {
    return new Call(operationId, caller, route, streamed, number + 1, atMs);
  }
}
