package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.Origin;
import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.json.TextCache;
import io.gatewayanalyzer.core.json.Timestamps;
import io.gatewayanalyzer.core.json.Words;
import io.gatewayanalyzer.core.payload.Headers;

/**
 * Reads the canonical raw request: one pass over the record, one copy of the response. Of a key
 * that stands twice, the last one counts. Not thread safe.
 */
final class CanonicalReader {
  private static final Words<RecordField> FIELDS = Words.of(RecordField.class);
  private static final Words<Api> APIS = Words.of(Api.class);
  private static final Words<Ended> ENDS = Words.of(Ended.class);
  private static final int KEPT_BUFFER = 1 << 20;

  private final TextCache cache = new TextCache();
  private byte[] keptBuffer = new byte[1 << 14];
  private byte[] buffer;
  private int used;
  private byte[] record;
  private JsonCursor cursor;

  private String requestId;
  private String operationId;
  private String parentId;
  private long timestampMs;
  private long durationMs;
  private String gateway;
  private Api api;
  private String provider;
  private String model;
  private String servedModel;
  private String tenant;
  private String apiKeyId;
  private String client;
  private String environment;
  private String path;
  private String idempotencyKey;
  private Slice bodyHash;
  private boolean responseSeen;
  private int status;
  private Headers responseHeaders;
  private Slice body;
  private Slice stream;
  private boolean streamLogged;
  private Ended ended;
  private long inputTokens;
  private long outputTokens;
  private double costUsd;
  private double balanceUsd;
  private String traceId;
  private String parentSpanId;

  Decoded read(JsonCursor start, byte[] bytes) {
    cursor = start;
    record = bytes;
    used = 0;
    buffer = null;
    clear();
    cursor.enterObject();
    while (cursor.nextKey()) {
      readField(cursor.key(FIELDS));
    }
    if (cursor.broken()) {
      return Undecodable.MALFORMED_JSON;
    }
    if (cursor.peek() != 0 || cursor.position() < bytes.length) {
      return Undecodable.TRAILING_DATA;
    }
    return responseSeen ? request() : Undecodable.NO_RESPONSE;
  }

  private void clear() {
    requestId = operationId = parentId = null;
    gateway = provider = model = servedModel = tenant = apiKeyId = client = environment = null;
    path = idempotencyKey = traceId = parentSpanId = null;
    api = null;
    bodyHash = null;
    timestampMs = durationMs = inputTokens = outputTokens = -1;
    costUsd = balanceUsd = Double.NaN;
    clearResponse();
    responseSeen = false;
  }

  private void clearResponse() {
    status = 0;
    responseHeaders = Headers.NONE;
    body = stream = null;
    streamLogged = false;
    ended = Ended.UNKNOWN;
  }

  private void readField(RecordField field) {
    if (field == null) {
      cursor.skip();
      return;
    }
    switch (field) {
      case REQUEST_ID -> requestId = nonEmpty(cursor.readText());
      case OPERATION_ID -> operationId = nonEmpty(cursor.readText());
      case PARENT_ID -> parentId = nonEmpty(cursor.readText());
      case TIMESTAMP -> timestampMs = readTime();
      case DURATION_MS -> durationMs = Math.max(-1, cursor.readLong(-1));
      case GATEWAY -> gateway = readName();
      case API -> api = cursor.readWord(APIS);
      case PROVIDER -> provider = readName();
      case MODEL -> model = readName();
      case SERVED_MODEL -> servedModel = readName();
      case TENANT -> tenant = readName();
      case API_KEY_ID -> apiKeyId = readName();
      case CLIENT -> client = readName();
      case ENVIRONMENT -> environment = readName();
      case REQUEST -> readRequest();
      case RESPONSE -> readResponse();
      case USAGE, CREDIT -> readAmounts();
      case TRACEPARENT -> readTraceParent();
      default -> cursor.skip();
    }
  }

  private void readRequest() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      RecordField field = cursor.key(FIELDS);
      if (field == RecordField.PATH) {
        path = cursor.readText(cache);
      } else if (field == RecordField.HEADERS) {
        readRequestHeaders();
      } else if (field == RecordField.BODY_SHA256) {
        bodyHash = readSpan();
      } else {
        cursor.skip();
      }
    }
  }

  private void readRequestHeaders() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      if (cursor.keyEqualsIgnoreCase("idempotency-key")) {
        idempotencyKey = nonEmpty(cursor.readText());
      } else if (cursor.keyEqualsIgnoreCase("traceparent") && traceId == null) {
        readTraceParent();
      } else {
        cursor.skip();
      }
    }
  }

  private void readResponse() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    responseSeen = true;
    clearResponse();
    while (cursor.nextKey()) {
      RecordField field = cursor.key(FIELDS);
      if (field == null) {
        cursor.skip();
        continue;
      }
      switch (field) {
        case STATUS -> status = httpStatus(cursor.readLong(0));
        case HEADERS -> responseHeaders = readResponseHeaders();
        case BODY -> body = readPayload();
        case STREAM -> stream = readPayload();
        case STREAM_LOGGED -> streamLogged = Boolean.TRUE.equals(cursor.readBoolean());
        case ENDED -> ended = orUnknown(cursor.readWord(ENDS));
        default -> cursor.skip();
      }
    }
  }

  private void readAmounts() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      RecordField field = cursor.key(FIELDS);
      if (field == RecordField.INPUT_TOKENS) {
        inputTokens = Math.max(-1, cursor.readLong(-1));
      } else if (field == RecordField.OUTPUT_TOKENS) {
        outputTokens = Math.max(-1, cursor.readLong(-1));
      } else if (field == RecordField.COST_USD) {
        costUsd = cursor.readDouble(Double.NaN);
      } else if (field == RecordField.BALANCE_USD) {
        balanceUsd = cursor.readDouble(Double.NaN);
      } else {
        cursor.skip();
      }
    }
  }

  private Headers readResponseHeaders() {
    if (cursor.peek() != '{') {
      cursor.skip();
      return Headers.NONE;
    }
    return new JsonHeaders(cursor.readRaw());
  }

  /** A string is unescaped into the buffer; any other JSON value stays where it is. */
  private Slice readPayload() {
    int b = cursor.peek();
    if (b == 'n') {
      cursor.skip();
      return null;
    }
    if (b != '"') {
      return cursor.readRaw();
    }
    if (buffer == null) {
      buffer = bufferFor(record.length + JsonCursor.COPY_SLACK);
    }
    int length = cursor.readStringInto(buffer, used);
    if (length < 0) {
      return null;
    }
    Slice payload = new Slice(buffer, used, used + length);
    used += length;
    return payload;
  }

  private byte[] bufferFor(int size) {
    if (size > KEPT_BUFFER) {
      return new byte[size];
    }
    if (keptBuffer.length < size) {
      keptBuffer = new byte[Integer.highestOneBit(size) << 1];
    }
    return keptBuffer;
  }

  private Slice readSpan() {
    return cursor.readScalar() && cursor.scalarFrom() < cursor.scalarTo()
        ? new Slice(record, cursor.scalarFrom(), cursor.scalarTo())
        : null;
  }

  private String readName() {
    return nonEmpty(cursor.readText(cache));
  }

  private long readTime() {
    return cursor.readScalar()
        ? Timestamps.parse(record, cursor.scalarFrom(), cursor.scalarTo())
        : Timestamps.NONE;
  }

  private void readTraceParent() {
    if (!cursor.readScalar()) {
      return;
    }
    String id = TraceParent.traceId(record, cursor.scalarFrom(), cursor.scalarTo());
    if (id != null) {
      traceId = id;
      parentSpanId = TraceParent.spanId(record, cursor.scalarFrom(), cursor.scalarTo());
    }
  }

  private static String nonEmpty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static int httpStatus(long number) {
    return number >= 100 && number <= 999 ? (int) number : 0;
  }

  private static Ended orUnknown(Ended word) {
    return word == null ? Ended.UNKNOWN : word;
  }

  private RawRequest request() {
    return new RawRequest(
        requestId,
        operationId,
        parentId,
        timestampMs,
        durationMs,
        new Origin(
            gateway,
            api != null ? api : ApiPath.guess(path),
            provider,
            model,
            servedModel,
            tenant,
            apiKeyId,
            client,
            environment),
        idempotencyKey,
        bodyHash,
        status,
        responseHeaders,
        body,
        stream,
        streamLogged,
        ended,
        inputTokens,
        outputTokens,
        costUsd,
        balanceUsd,
        traceId,
        parentSpanId);
  }
}
