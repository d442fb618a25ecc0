package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Headers;
import io.gatewayanalyzer.core.payload.Shape;
import java.util.List;
import java.util.Map;

/** Builds evidence for tests, one fact at a time. */
final class Evidences {
  String gateway;
  String provider;
  Api api = Api.CHAT_COMPLETIONS;
  int httpStatus;
  Phase phase = Phase.BEFORE_RESPONSE;
  Ended ended = Ended.COMPLETE;
  Map<String, String> headers = Map.of();
  Shape shape = Shape.OPENAI;
  String type;
  String code;
  String param;
  String message;
  List<String> names = List.of();
  int declaredStatus;
  Boolean declaredRetryable;
  long advisedWaitMs = -1;
  String limitSource;
  String limitType;
  String providerName;
  ErrorFacts inner;

  static Evidences status(int status) {
    Evidences evidence = new Evidences();
    evidence.httpStatus = status;
    return evidence;
  }

  Evidences gateway(String name) {
    gateway = name;
    return this;
  }

  Evidences provider(String name) {
    provider = name;
    return this;
  }

  Evidences shape(Shape value) {
    shape = value;
    return this;
  }

  Evidences phase(Phase value, Ended end) {
    phase = value;
    ended = end;
    return this;
  }

  Evidences header(String name, String value) {
    headers = Map.of(name, value);
    return this;
  }

  Evidences type(String word) {
    type = word;
    return this;
  }

  Evidences code(String word) {
    code = word;
    return this;
  }

  Evidences names(String... words) {
    names = List.of(words);
    return this;
  }

  Evidences message(String text) {
    message = text;
    return this;
  }

  Evidences declaredStatus(int status) {
    declaredStatus = status;
    return this;
  }

  Evidences retryable(boolean value) {
    declaredRetryable = value;
    return this;
  }

  Evidences waitMs(long value) {
    advisedWaitMs = value;
    return this;
  }

  Evidences limitSource(String word) {
    limitSource = word;
    return this;
  }

  Evidences limitType(String word) {
    limitType = word;
    return this;
  }

  Evidences wrapping(Evidences other) {
    inner = other.facts();
    return this;
  }

  ErrorFacts facts() {
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
        null,
        inner);
  }

  Evidence get() {
    Headers look = headers::get;
    return new Evidence(gateway, provider, api, httpStatus, phase, ended, look, facts(), 0);
  }
}
