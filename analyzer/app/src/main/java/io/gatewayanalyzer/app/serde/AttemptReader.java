package io.gatewayanalyzer.app.serde;

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
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.TextCache;
import io.gatewayanalyzer.core.json.Timestamps;
import io.gatewayanalyzer.core.json.Words;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads attempts from our own topic on the hot path, as {@link RecordReader} reads them elsewhere.
 * Reuses its fields from record to record; not thread safe.
 */
public final class AttemptReader {
  private static final Words<Field> FIELDS = Words.of(Field.class);
  private static final Words<KeyBasis> KEY_BASES = Words.of(KeyBasis.class);
  private static final Words<Api> APIS = Words.of(Api.class);
  private static final Words<StreamVerdict> STREAM_VERDICTS = Words.of(StreamVerdict.class);
  private static final Words<ErrorCategory> CATEGORIES = Words.of(ErrorCategory.class);
  private static final Words<FaultDomain> FAULT_DOMAINS = Words.of(FaultDomain.class);
  private static final Words<Phase> PHASES = Words.of(Phase.class);
  private static final Words<RetryAdvice> ADVICES = Words.of(RetryAdvice.class);
  private static final Words<LimitSource> LIMIT_SOURCES = Words.of(LimitSource.class);
  private static final Words<LimitDimension> LIMIT_DIMENSIONS = Words.of(LimitDimension.class);
  private static final Words<CreditScope> CREDIT_SCOPES = Words.of(CreditScope.class);
  private static final Words<Basis> BASES = Words.of(Basis.class);

  private final JsonCursor cursor = new JsonCursor();
  private final TextCache texts = new TextCache();
  private byte[] json;
  private final String[] text = new String[Field.values().length];
  private KeyBasis keyBasis;
  private Api api;
  private StreamVerdict streamVerdict;
  private ErrorCategory category;
  private FaultDomain faultDomain;
  private Phase phase;
  private RetryAdvice retryAdvice;
  private LimitSource limitSource;
  private LimitDimension limitDimension;
  private CreditScope creditScope;
  private Basis basis;
  private boolean streamed;
  private boolean retryable;
  private long eventTimeMs;
  private long ingestTimeMs;
  private long durationMs;
  private long httpStatus;
  private long advisedWaitMs;
  private long inputTokens;
  private long outputTokens;
  private double costUsd;
  private double creditBalanceUsd;
  private boolean recognized;
  private long missingChunks;
  private long repeatedChunks;
  private long cutFrames;

  /**
   * Reads one attempt.
   *
   * @throws IllegalStateException when the bytes are no attempt, which only a bug of ours can cause
   */
  public Attempt read(byte[] attempt) {
    clear();
    json = attempt;
    if (attempt == null || !cursor.reset(attempt, 0, attempt.length).enterObject()) {
      throw new IllegalStateException("not an attempt");
    }
    while (cursor.nextKey()) {
      Field field = cursor.key(FIELDS);
      if (field == null) {
        cursor.skip();
      } else {
        field(field);
      }
    }
    if (cursor.broken() || keyBasis == null || text(Field.OPERATION_ID) == null) {
      throw new IllegalStateException("not an attempt");
    }
    return attempt();
  }

  private void clear() {
    Arrays.fill(text, null);
    keyBasis = null;
    api = null;
    streamVerdict = null;
    category = null;
    faultDomain = null;
    phase = null;
    retryAdvice = null;
    limitSource = null;
    limitDimension = null;
    creditScope = null;
    basis = null;
    streamed = false;
    retryable = false;
    eventTimeMs = 0;
    ingestTimeMs = 0;
    durationMs = -1;
    httpStatus = 0;
    advisedWaitMs = -1;
    inputTokens = -1;
    outputTokens = -1;
    costUsd = Double.NaN;
    creditBalanceUsd = Double.NaN;
    recognized = true;
    missingChunks = 0;
    repeatedChunks = 0;
    cutFrames = 0;
  }

  private void field(Field field) {
    switch (field) {
      case REQUEST_ID, OPERATION_ID, MESSAGE, TRACE_ID, PARENT_SPAN_ID, RAW_REF ->
          text[field.ordinal()] = cursor.readText();
      case ATTEMPT_KEY_BASIS -> keyBasis = cursor.readWord(KEY_BASES);
      case EVENT_TIME -> eventTimeMs = time();
      case INGEST_TIME -> ingestTimeMs = time();
      case DURATION_MS -> durationMs = cursor.readLong(-1);
      case API -> api = cursor.readWord(APIS);
      case HTTP_STATUS -> httpStatus = cursor.readLong(0);
      case STREAMED -> streamed = Boolean.TRUE.equals(cursor.readBoolean());
      case STREAM_VERDICT -> streamVerdict = cursor.readWord(STREAM_VERDICTS);
      case STREAM_MISSING_CHUNKS -> missingChunks = cursor.readLong(0);
      case STREAM_REPEATED_CHUNKS -> repeatedChunks = cursor.readLong(0);
      case STREAM_CUT_FRAMES -> cutFrames = cursor.readLong(0);
      case INPUT_TOKENS -> inputTokens = cursor.readLong(-1);
      case OUTPUT_TOKENS -> outputTokens = cursor.readLong(-1);
      case COST_USD -> costUsd = cursor.readDouble(Double.NaN);
      case CREDIT_BALANCE_USD -> creditBalanceUsd = cursor.readDouble(Double.NaN);
      default -> {
        if (!verdictField(field)) {
          // Names that repeat from record to record.
          text[field.ordinal()] = cursor.readText(texts);
        }
      }
    }
  }

  private boolean verdictField(Field field) {
    switch (field) {
      case CATEGORY -> category = cursor.readWord(CATEGORIES);
      case FAULT_DOMAIN -> faultDomain = cursor.readWord(FAULT_DOMAINS);
      case PHASE -> phase = cursor.readWord(PHASES);
      case RETRYABLE -> retryable = Boolean.TRUE.equals(cursor.readBoolean());
      case RETRY_ADVICE -> retryAdvice = cursor.readWord(ADVICES);
      case ADVISED_WAIT_MS -> advisedWaitMs = cursor.readLong(-1);
      case LIMIT_SOURCE -> limitSource = cursor.readWord(LIMIT_SOURCES);
      case LIMIT_DIMENSION -> limitDimension = cursor.readWord(LIMIT_DIMENSIONS);
      case CREDIT_SCOPE -> creditScope = cursor.readWord(CREDIT_SCOPES);
      case BASIS -> basis = cursor.readWord(BASES);
      case RECOGNIZED -> recognized = !Boolean.FALSE.equals(cursor.readBoolean());
      default -> {
        return false;
      }
    }
    return true;
  }

  private long time() {
    return cursor.readScalar()
        ? Math.max(0, Timestamps.parse(json, cursor.scalarFrom(), cursor.scalarTo()))
        : 0;
  }

  private Attempt attempt() {
    return new Attempt(
        text(Field.REQUEST_ID),
        text(Field.OPERATION_ID),
        keyBasis,
        eventTimeMs,
        ingestTimeMs,
        durationMs,
        new Origin(
            text(Field.GATEWAY),
            api,
            text(Field.PROVIDER),
            text(Field.MODEL),
            text(Field.SERVED_MODEL),
            text(Field.TENANT),
            text(Field.API_KEY_ID),
            text(Field.CLIENT),
            text(Field.ENVIRONMENT)),
        (int) httpStatus,
        streamed,
        streamVerdict,
        ChunkLoss.of(missingChunks, repeatedChunks, cutFrames),
        category == null ? null : verdict(),
        text(Field.MESSAGE),
        text(Field.CATALOG_VERSION),
        inputTokens,
        outputTokens,
        costUsd,
        creditBalanceUsd,
        text(Field.TRACE_ID),
        text(Field.PARENT_SPAN_ID),
        RawRef.parse(text(Field.RAW_REF)));
  }

  private Verdict verdict() {
    return new Verdict(
        category,
        faultDomain,
        phase,
        retryable,
        retryAdvice,
        advisedWaitMs,
        limitSource,
        limitDimension,
        creditScope,
        text(Field.RULE),
        basis,
        recognized,
        text(Field.FINGERPRINT));
  }

  private String text(Field field) {
    return text[field.ordinal()];
  }

  private enum Field implements Wire {
    REQUEST_ID,
    OPERATION_ID,
    ATTEMPT_KEY_BASIS,
    EVENT_TIME,
    INGEST_TIME,
    DURATION_MS,
    GATEWAY,
    API,
    PROVIDER,
    MODEL,
    SERVED_MODEL,
    TENANT,
    API_KEY_ID,
    CLIENT,
    ENVIRONMENT,
    HTTP_STATUS,
    STREAMED,
    STREAM_VERDICT,
    STREAM_MISSING_CHUNKS,
    STREAM_REPEATED_CHUNKS,
    STREAM_CUT_FRAMES,
    CATEGORY,
    FAULT_DOMAIN,
    PHASE,
    RETRYABLE,
    RETRY_ADVICE,
    ADVISED_WAIT_MS,
    LIMIT_SOURCE,
    LIMIT_DIMENSION,
    CREDIT_SCOPE,
    RULE,
    BASIS,
    RECOGNIZED,
    MESSAGE,
    CATALOG_VERSION,
    FINGERPRINT,
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    COST_USD,
    CREDIT_BALANCE_USD,
    TRACE_ID,
    PARENT_SPAN_ID,
    RAW_REF;

    private final String wire = name().toLowerCase(Locale.ROOT);

    @Override
    public String wire() {
      return wire;
    }
  }
}
