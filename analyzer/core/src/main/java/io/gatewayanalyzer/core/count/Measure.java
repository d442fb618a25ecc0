package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.ErrorCategory;
import java.util.stream.IntStream;

/**
 * One thing that is counted at a place.
 *
 * @param index its position among all measures
 */
public record Measure(int index) {
  private static final int CATEGORIES = ErrorCategory.values().length;

  /** Attempts, healthy ones too. */
  public static final Measure ATTEMPTS = new Measure(0);

  /** Attempts without an error. */
  public static final Measure HEALTHY = new Measure(1);

  /** Attempts that failed and that no rule explains. */
  public static final Measure UNRECOGNIZED = new Measure(2);

  /** Rate-limited attempts, the limit being the gateway's. */
  public static final Measure LIMITED_BY_GATEWAY = new Measure(3);

  /** Rate-limited attempts, the limit being the provider's. */
  public static final Measure LIMITED_BY_PROVIDER = new Measure(4);

  /** Rate-limited attempts, nobody says whose limit it is. */
  public static final Measure LIMITED_BY_UNKNOWN = new Measure(5);

  /** Attempts that an account without credit was refused, surely. */
  public static final Measure CREDIT_ACCOUNT = new Measure(6);

  /** Attempts that a key without budget was refused. */
  public static final Measure CREDIT_KEY = new Measure(7);

  /** Attempts that the provider refused the gateway for the gateway's own bill. */
  public static final Measure CREDIT_PROVIDER_ACCOUNT = new Measure(8);

  /** Attempts refused for want of credit by nothing but the status. */
  public static final Measure CREDIT_UNCONFIRMED = new Measure(9);

  /** Attempts that failed through the provider's fault, its rate limits left out. */
  public static final Measure PROVIDER_FAULTS = new Measure(10);

  /** Streams under a success status. */
  public static final Measure STREAMS = new Measure(11);

  /** Streams under a success status that failed in the middle or have no end. */
  public static final Measure STREAMS_BROKEN = new Measure(12);

  /** What attempts cost, millionths of a US dollar. */
  public static final Measure COST_MICRO_USD = new Measure(13);

  /** Operations that ended. */
  public static final Measure OPERATIONS = new Measure(14);

  /** Operations whose caller got what it wanted. */
  public static final Measure OPERATIONS_SUCCEEDED = new Measure(15);

  /** Attempts of the operations that ended. */
  public static final Measure OPERATION_ATTEMPTS = new Measure(16);

  /** Attempts that repeated what a failure had just called pointless. */
  public static final Measure BLIND_RETRIES = new Measure(17);

  /** Records that cannot be read. */
  public static final Measure UNDECODABLE = new Measure(18);

  /** Payloads of errors that no rule explains. */
  public static final Measure UNKNOWN_PAYLOADS = new Measure(19);

  private static final int NAMED = 20;

  /** How many measures there are. */
  public static final int COUNT = NAMED + 2 * CATEGORIES;

  private static final Measure[] BY_CATEGORY =
      IntStream.range(NAMED, COUNT).mapToObj(Measure::new).toArray(Measure[]::new);

  /** Attempts that failed of this. */
  public static Measure attemptsOf(ErrorCategory category) {
    return BY_CATEGORY[category.ordinal()];
  }

  /** Operations that failed, their last attempt of this. */
  public static Measure operationsOf(ErrorCategory category) {
    return BY_CATEGORY[CATEGORIES + category.ordinal()];
  }
}
