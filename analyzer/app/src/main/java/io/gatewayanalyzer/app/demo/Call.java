package io.gatewayanalyzer.app.demo;

import io.gatewayanalyzer.core.event.Api;

/**
 * One invented attempt, as the caller sent it.
 *
 * @param operation what the caller wants, however many tries it takes
 * @param number the attempt's number inside the operation, from 1
 * @param startMs when it starts, epoch milliseconds
 * @param requestId the gateway's id of this attempt
 */
record Call(Operation operation, int number, long startMs, String requestId) {

  /**
   * What stays the same over all attempts of one operation.
   *
   * @param gateway which gateway is asked
   * @param id the caller's own id; how the log shows it is the gateway's habit
   * @param api the inference API
   * @param route provider and model
   * @param streamed whether the caller wants a stream
   * @param caller who calls
   * @param bodySha256 hash of the request body
   */
  record Operation(
      SimulatedGateway gateway,
      String id,
      Api api,
      Route route,
      boolean streamed,
      Caller caller,
      String bodySha256) {}

  Api api() {
    return operation.api();
  }

  boolean streamed() {
    return operation.streamed();
  }

  String model() {
    return operation.route().model();
  }

  String provider() {
    return operation.route().provider();
  }
}
