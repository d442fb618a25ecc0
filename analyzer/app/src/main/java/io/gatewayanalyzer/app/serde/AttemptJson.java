package io.gatewayanalyzer.app.serde;

import static io.gatewayanalyzer.app.serde.JsonWriter.name;
import static io.gatewayanalyzer.app.serde.Words.word;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Attempt;
import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;

/**
 * Attempts as the attempts topic holds them: one flat JSON object, what is unknown left out. Text
 * is written as it is given, so it must be redacted before. Reuses its buffer; not thread safe.
 */
public final class AttemptJson {
  private static final byte[] REQUEST_ID = name("request_id");
  private static final byte[] OPERATION_ID = name("operation_id");
  private static final byte[] ATTEMPT_KEY_BASIS = name("attempt_key_basis");
  private static final byte[] EVENT_TIME = name("event_time");
  private static final byte[] INGEST_TIME = name("ingest_time");
  private static final byte[] DURATION_MS = name("duration_ms");
  private static final byte[] GATEWAY = name("gateway");
  private static final byte[] API = name("api");
  private static final byte[] PROVIDER = name("provider");
  private static final byte[] MODEL = name("model");
  private static final byte[] SERVED_MODEL = name("served_model");
  private static final byte[] TENANT = name("tenant");
  private static final byte[] API_KEY_ID = name("api_key_id");
  private static final byte[] CLIENT = name("client");
  private static final byte[] ENVIRONMENT = name("environment");
  private static final byte[] HTTP_STATUS = name("http_status");
  private static final byte[] STREAMED = name("streamed");
  private static final byte[] STREAM_VERDICT = name("stream_verdict");
  private static final byte[] STREAM_MISSING_CHUNKS = name("stream_missing_chunks");
  private static final byte[] STREAM_REPEATED_CHUNKS = name("stream_repeated_chunks");
  private static final byte[] STREAM_CUT_FRAMES = name("stream_cut_frames");
  private static final byte[] CATEGORY = name("category");
  private static final byte[] FAULT_DOMAIN = name("fault_domain");
  private static final byte[] PHASE = name("phase");
  private static final byte[] RETRYABLE = name("retryable");
  private static final byte[] RETRY_ADVICE = name("retry_advice");
  private static final byte[] ADVISED_WAIT_MS = name("advised_wait_ms");
  private static final byte[] LIMIT_SOURCE = name("limit_source");
  private static final byte[] LIMIT_DIMENSION = name("limit_dimension");
  private static final byte[] CREDIT_SCOPE = name("credit_scope");
  private static final byte[] RULE = name("rule");
  private static final byte[] BASIS = name("basis");
  private static final byte[] RECOGNIZED = name("recognized");
  private static final byte[] MESSAGE = name("message");
  private static final byte[] CATALOG_VERSION = name("catalog_version");
  private static final byte[] FINGERPRINT = name("fingerprint");
  private static final byte[] INPUT_TOKENS = name("input_tokens");
  private static final byte[] OUTPUT_TOKENS = name("output_tokens");
  private static final byte[] COST_USD = name("cost_usd");
  private static final byte[] CREDIT_BALANCE_USD = name("credit_balance_usd");
  private static final byte[] TRACE_ID = name("trace_id");
  private static final byte[] PARENT_SPAN_ID = name("parent_span_id");
  private static final byte[] RAW_REF = name("raw_ref");

  private static final byte[][] KEY_BASES = Words.of(KeyBasis.class);
  private static final byte[][] APIS = Words.of(Api.class);
  private static final byte[][] STREAM_VERDICTS = Words.of(StreamVerdict.class);
  private static final byte[][] CATEGORIES = Words.of(ErrorCategory.class);
  private static final byte[][] FAULT_DOMAINS = Words.of(FaultDomain.class);
  private static final byte[][] PHASES = Words.of(Phase.class);
  private static final byte[][] ADVICES = Words.of(RetryAdvice.class);
  private static final byte[][] LIMIT_SOURCES = Words.of(LimitSource.class);
  private static final byte[][] LIMIT_DIMENSIONS = Words.of(LimitDimension.class);
  private static final byte[][] CREDIT_SCOPES = Words.of(CreditScope.class);
  private static final byte[][] BASES = Words.of(Basis.class);

  private final JsonWriter json = new JsonWriter();

  /** Writes one attempt. */
  public byte[] write(Attempt attempt) {
    json.begin();
    fields(attempt, json);
    json.text(MESSAGE, attempt.message(), Attempt.MESSAGE);
    return json.end();
  }

  /** All but the message, of which an error has the whole. */
  static void fields(Attempt attempt, JsonWriter json) {
    json.text(REQUEST_ID, attempt.requestId(), Text.NAME);
    json.text(OPERATION_ID, attempt.operationId(), Text.NAME);
    json.word(ATTEMPT_KEY_BASIS, word(KEY_BASES, attempt.keyBasis()));
    json.time(EVENT_TIME, attempt.eventTimeMs());
    json.time(INGEST_TIME, attempt.ingestTimeMs());
    json.number(DURATION_MS, attempt.durationMs());
    if (attempt.origin() != null) {
      origin(attempt.origin(), json);
    }
    if (attempt.httpStatus() > 0) {
      json.number(HTTP_STATUS, attempt.httpStatus());
    }
    json.bool(STREAMED, attempt.streamed());
    json.word(STREAM_VERDICT, word(STREAM_VERDICTS, attempt.streamVerdict()));
    loss(attempt.chunkLoss(), json);
    if (attempt.verdict() != null) {
      verdict(attempt.verdict(), json);
    }
    json.repeated(CATALOG_VERSION, attempt.catalogVersion());
    if (attempt.verdict() != null) {
      json.text(FINGERPRINT, attempt.verdict().fingerprint(), Text.NAME);
    }
    json.number(INPUT_TOKENS, attempt.inputTokens());
    json.number(OUTPUT_TOKENS, attempt.outputTokens());
    json.amount(COST_USD, attempt.costUsd());
    json.amount(CREDIT_BALANCE_USD, attempt.creditBalanceUsd());
    json.text(TRACE_ID, attempt.traceId(), Text.NAME);
    json.text(PARENT_SPAN_ID, attempt.parentSpanId(), Text.NAME);
    json.text(RAW_REF, attempt.rawRef() == null ? null : attempt.rawRef().toString(), Text.NAME);
  }

  private static void origin(Origin origin, JsonWriter json) {
    json.repeated(GATEWAY, origin.gateway());
    json.word(API, word(APIS, origin.api()));
    json.repeated(PROVIDER, origin.provider());
    json.repeated(MODEL, origin.model());
    json.repeated(SERVED_MODEL, origin.servedModel());
    json.repeated(TENANT, origin.tenant());
    json.repeated(API_KEY_ID, origin.apiKeyId());
    json.repeated(CLIENT, origin.client());
    json.repeated(ENVIRONMENT, origin.environment());
  }

  private static void loss(ChunkLoss loss, JsonWriter json) {
    count(STREAM_MISSING_CHUNKS, loss.missing(), json);
    count(STREAM_REPEATED_CHUNKS, loss.repeated(), json);
    count(STREAM_CUT_FRAMES, loss.cutFrames(), json);
  }

  private static void count(byte[] name, long count, JsonWriter json) {
    if (count > 0) {
      json.number(name, count);
    }
  }

  private static void verdict(Verdict verdict, JsonWriter json) {
    json.word(CATEGORY, word(CATEGORIES, verdict.category()));
    json.word(FAULT_DOMAIN, word(FAULT_DOMAINS, verdict.faultDomain()));
    json.word(PHASE, word(PHASES, verdict.phase()));
    json.bool(RETRYABLE, verdict.retryable());
    json.word(RETRY_ADVICE, word(ADVICES, verdict.retryAdvice()));
    json.number(ADVISED_WAIT_MS, verdict.advisedWaitMs());
    json.word(LIMIT_SOURCE, word(LIMIT_SOURCES, verdict.limitSource()));
    json.word(LIMIT_DIMENSION, word(LIMIT_DIMENSIONS, verdict.limitDimension()));
    json.word(CREDIT_SCOPE, word(CREDIT_SCOPES, verdict.creditScope()));
    json.repeated(RULE, verdict.rule());
    json.word(BASIS, word(BASES, verdict.basis()));
    if (!verdict.recognized()) {
      json.bool(RECOGNIZED, false);
    }
  }
}
