package io.gatewayanalyzer.app.serde;

import static io.gatewayanalyzer.app.serde.JsonWriter.name;
import static io.gatewayanalyzer.app.serde.Words.word;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;

/**
 * Operations as the operations topic holds them: one JSON object, what is unknown left out. Reuses
 * its buffer; not thread safe.
 */
public final class OperationJson {
  private static final byte[] OPERATION_ID = name("operation_id");
  private static final byte[] ATTEMPT_KEY_BASIS = name("attempt_key_basis");
  private static final byte[] STARTED = name("started");
  private static final byte[] ENDED = name("ended");
  private static final byte[] OUTCOME = name("outcome");
  private static final byte[] ATTEMPTS = name("attempts");
  private static final byte[] RETRIES = name("retries");
  private static final byte[] FALLBACKS = name("fallbacks");
  private static final byte[] BLIND_RETRIES = name("blind_retries");
  private static final byte[] FINAL_CATEGORY = name("final_category");
  private static final byte[] CATEGORIES = name("categories");
  private static final byte[] PROVIDERS = name("providers");
  private static final byte[] MODELS = name("models");
  private static final byte[] TENANT = name("tenant");
  private static final byte[] API_KEY_ID = name("api_key_id");
  private static final byte[] CLIENT = name("client");
  private static final byte[] GATEWAY = name("gateway");
  private static final byte[] API = name("api");
  private static final byte[] WAITS = name("waits");
  private static final byte[] ATTEMPT = name("attempt");
  private static final byte[] ADVISED_MS = name("advised_ms");
  private static final byte[] ACTUAL_MS = name("actual_ms");
  private static final byte[] VERDICT = name("verdict");
  private static final byte[] WASTED_TOKENS = name("wasted_tokens");
  private static final byte[] WASTED_COST_USD = name("wasted_cost_usd");
  private static final byte[] DURATION_MS = name("duration_ms");
  private static final byte[] TRACE_ID = name("trace_id");
  private static final byte[] REQUEST_IDS = name("request_ids");

  private static final byte[][] KEY_BASES = Words.of(KeyBasis.class);
  private static final byte[][] OUTCOMES = Words.of(Outcome.class);
  private static final byte[][] CATEGORY_WORDS = Words.of(ErrorCategory.class);
  private static final byte[][] APIS = Words.of(Api.class);
  private static final byte[][] WAIT_VERDICTS = Words.of(WaitVerdict.class);

  private final JsonWriter json = new JsonWriter();

  /** Writes one operation. */
  public byte[] write(Operation operation) {
    json.begin();
    json.text(OPERATION_ID, operation.operationId(), Text.NAME);
    json.word(ATTEMPT_KEY_BASIS, word(KEY_BASES, operation.keyBasis()));
    json.time(STARTED, operation.startedMs());
    json.time(ENDED, operation.endedMs());
    json.word(OUTCOME, word(OUTCOMES, operation.outcome()));
    counts(operation);
    failures(operation);
    json.texts(PROVIDERS, operation.providers(), Text.NAME);
    json.texts(MODELS, operation.models(), Text.NAME);
    json.text(TENANT, operation.tenant(), Text.NAME);
    json.text(API_KEY_ID, operation.apiKeyId(), Text.NAME);
    json.text(CLIENT, operation.client(), Text.NAME);
    json.text(GATEWAY, operation.gateway(), Text.NAME);
    json.word(API, word(APIS, operation.api()));
    waits(operation);
    json.number(WASTED_TOKENS, operation.wastedTokens());
    json.amount(WASTED_COST_USD, operation.wastedCostUsd());
    json.number(DURATION_MS, operation.durationMs());
    json.text(TRACE_ID, operation.traceId(), Text.NAME);
    json.texts(REQUEST_IDS, operation.requestIds(), Text.NAME);
    return json.end();
  }

  private void counts(Operation operation) {
    json.number(ATTEMPTS, operation.attempts());
    json.number(RETRIES, operation.retries());
    json.number(FALLBACKS, operation.fallbacks());
    json.number(BLIND_RETRIES, operation.blindRetries());
  }

  private void failures(Operation operation) {
    json.word(FINAL_CATEGORY, word(CATEGORY_WORDS, operation.finalCategory()));
    json.beginArray(CATEGORIES);
    for (ErrorCategory category : operation.categories()) {
      json.element(word(CATEGORY_WORDS, category));
    }
    json.endArray();
  }

  private void waits(Operation operation) {
    json.beginArray(WAITS);
    for (Wait wait : operation.waits()) {
      json.beginElement();
      json.number(ATTEMPT, wait.attempt());
      json.number(ADVISED_MS, wait.advisedMs());
      json.number(ACTUAL_MS, wait.actualMs());
      json.word(VERDICT, word(WAIT_VERDICTS, wait.verdict()));
      json.endElement();
    }
    json.endArray();
  }
}
