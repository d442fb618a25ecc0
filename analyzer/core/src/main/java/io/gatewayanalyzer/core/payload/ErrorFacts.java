package io.gatewayanalyzer.core.payload;

import java.util.List;

/**
 * What one error payload says in its own words, nothing judged; unredacted, so it never leaves the
 * process.
 *
 * @param shape the form it came in
 * @param type its {@code type}; null when absent or the word "None"
 * @param code its {@code code}, numbers as text; null when absent. A code that only repeats an HTTP
 *     status is moved to {@code declaredStatus}
 * @param param the request field it blames; null when absent
 * @param message its prose; null when absent
 * @param names every further machine name in order of appearance ({@code error_type}, Google {@code
 *     status} and {@code reason}, {@code innererror.code}, finish reasons…), never null
 * @param declaredStatus the HTTP status the payload itself names; 0 when none
 * @param declaredRetryable what the payload says about retrying; null when it does not
 * @param advisedWaitMs how long the payload's fields ask to wait, milliseconds; -1 when they do
 *     not. Prose is read by the classifier
 * @param limitSource the payload's own word for whose limit it was; null when absent
 * @param limitType the payload's own word for what the limit counts; null when absent
 * @param providerName the provider the payload names; null when absent
 * @param metadata the payload's further fields as JSON text; null when absent
 * @param inner the provider's error that a gateway wrapped; null when there is none
 */
public record ErrorFacts(
    Shape shape,
    String type,
    String code,
    String param,
    String message,
    List<String> names,
    int declaredStatus,
    Boolean declaredRetryable,
    long advisedWaitMs,
    String limitSource,
    String limitType,
    String providerName,
    String metadata,
    ErrorFacts inner) {
  /** The facts of a payload that is not there. */
  public static final ErrorFacts EMPTY = ofText(Shape.EMPTY, null);

  /** Facts that are only prose. */
  public static ErrorFacts ofText(Shape shape, String message) {
    return new ErrorFacts(
        shape, null, null, null, message, List.of(), 0, null, -1, null, null, null, null, null);
  }

  /** Facts that are only machine names, for instance a finish reason. */
  public static ErrorFacts ofNames(Shape shape, String... names) {
    return new ErrorFacts(
        shape, null, null, null, null, List.of(names), 0, null, -1, null, null, null, null, null);
  }

  /** The same facts around another inner error. */
  public ErrorFacts withInner(ErrorFacts other) {
    return new ErrorFacts(
        shape,
        type,
        code,
        param,
        message,
        names,
        declaredStatus,
        declaredRetryable,
        advisedWaitMs,
        limitSource,
        limitType,
        providerName,
        metadata,
        other);
  }
}
