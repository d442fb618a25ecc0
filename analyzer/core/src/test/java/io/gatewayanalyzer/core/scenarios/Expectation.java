package io.gatewayanalyzer.core.scenarios;

import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.ErrorDetail;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.judge.Judged;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that the {@code then} of a scenario may ask about. */
public enum Expectation {
  HEALTHY(attempt(Attempt::healthy), "true", "false"),
  CATEGORY(verdict(Verdict::category), words(ErrorCategory.values())),
  RETRYABLE(verdict(Verdict::retryable), "true", "false"),
  RETRY_ADVICE(verdict(Verdict::retryAdvice), words(RetryAdvice.values())),
  FAULT_DOMAIN(verdict(Verdict::faultDomain), words(FaultDomain.values())),
  PHASE(verdict(Verdict::phase), words(Phase.values())),
  STREAM_VERDICT(attempt(Attempt::streamVerdict), words(StreamVerdict.values())),
  ADVISED_WAIT_MS(verdict(Verdict::advisedWaitMs)),
  LIMIT_SOURCE(verdict(Verdict::limitSource), words(LimitSource.values())),
  LIMIT_DIMENSION(verdict(Verdict::limitDimension), words(LimitDimension.values())),
  CREDIT_SCOPE(verdict(Verdict::creditScope), words(CreditScope.values())),
  BASIS(verdict(Verdict::basis), words(Basis.values())),
  RULE(verdict(Verdict::rule)),
  RECOGNIZED(verdict(Verdict::recognized), "true", "false"),
  FRAMES_BEFORE_ERROR(error(ErrorDetail::framesBeforeError)),
  ERROR_TYPE(error(ErrorDetail::errorType)),
  ERROR_CODE(error(ErrorDetail::errorCode)),
  MESSAGE_CONTAINS(error(ErrorDetail::message)),
  PROVIDER_ERROR_CONTAINS(error(ErrorDetail::providerError)),
  INPUT_TOKENS(attempt(Attempt::inputTokens)),
  OUTPUT_TOKENS(attempt(Attempt::outputTokens)),
  SERVED_MODEL(attempt(attempt -> attempt.origin().servedModel())),
  KEY_BASIS(attempt(Attempt::keyBasis), words(KeyBasis.values())),
  UNDECODABLE(
      judged -> null,
      "empty",
      "too_large",
      "not_json",
      "not_an_object",
      "malformed_json",
      "trailing_data",
      "no_response");

  private final String key = name().toLowerCase(Locale.ROOT);
  private final Function<Judged, Object> actual;
  private final List<String> words;

  Expectation(Function<Judged, Object> actual, String... words) {
    this.actual = actual;
    this.words = List.of(words);
  }

  /** The expectation with this key, or null. */
  static Expectation of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElse(null);
  }

  /** All keys in one line, for messages. */
  static String keys() {
    return Arrays.stream(values()).map(Expectation::key).collect(Collectors.joining(", "));
  }

  /** How files spell it. */
  public String key() {
    return key;
  }

  /** The values a file may give it; empty when any text will do. */
  List<String> words() {
    return words;
  }

  /** What the attempt says about it, as a file would spell it; null when it says nothing. */
  public String actual(Judged judged) {
    Object value = actual.apply(judged);
    if (value instanceof Wire word) {
      return word.wire();
    }
    boolean unknown = value instanceof Number number && number.longValue() < 0;
    return value == null || unknown ? null : value.toString();
  }

  /** Whether the actual value is what the file expects. */
  public boolean holds(String expected, String actual) {
    boolean part = this == MESSAGE_CONTAINS || this == PROVIDER_ERROR_CONTAINS;
    if (part && expected != null) {
      return actual != null && actual.contains(expected);
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private static Function<Judged, Object> attempt(Function<Attempt, Object> read) {
    return judged -> read.apply(judged.attempt());
  }

  private static Function<Judged, Object> verdict(Function<Verdict, Object> read) {
    return judged -> {
      Verdict verdict = judged.attempt().verdict();
      return verdict == null ? null : read.apply(verdict);
    };
  }

  private static Function<Judged, Object> error(Function<ErrorDetail, Object> read) {
    return judged -> judged.error() == null ? null : read.apply(judged.error());
  }

  private static String[] words(Wire... constants) {
    return Arrays.stream(constants).map(Wire::wire).toArray(String[]::new);
  }
}
