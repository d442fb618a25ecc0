package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.json.TextCache;
import io.gatewayanalyzer.core.json.Words;

/**
 * Reads a JSON payload for its {@link Marks} in one pass: only the keys that matter are looked at,
 * nothing is copied but a few cached words. Total; not thread safe.
 */
public final class MarksReader {
  private static final Words<PayloadKey> KEYS = Words.of(PayloadKey.class);
  private static final Words<EventType> TYPES = Words.of(EventType.class);
  private static final Words<ObjectType> OBJECTS = Words.of(ObjectType.class);

  private final JsonCursor cursor = new JsonCursor();
  private final TextCache cache = new TextCache();
  private byte[] bytes;
  private Marks marks;
  private boolean code;
  private boolean message;

  /** Reads a payload; whatever it is, the marks are overwritten. */
  public void read(byte[] buffer, int from, int to, Marks into) {
    bytes = buffer;
    marks = into;
    code = false;
    message = false;
    marks.clear();
    cursor.reset(buffer, from, to);
    if (cursor.enterArray()) {
      while (cursor.nextElement()) {
        readRoot();
      }
      marks.complete = !cursor.broken();
    } else if (cursor.peek() == '{') {
      readRoot();
      marks.complete = !cursor.broken();
    }
    marks.end = cursor.position();
    marks.flatError |= code && message;
    marks.prose = message;
  }

  /** Reads a slice; see {@link #read(byte[], int, int, Marks)}. */
  public void read(Slice payload, Marks into) {
    read(payload.bytes(), payload.from(), payload.to(), into);
  }

  private void readRoot() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      PayloadKey key = cursor.key(KEYS);
      if (key == null) {
        readOtherKey();
      } else {
        readRootValue(key);
      }
    }
  }

  private void readRootValue(PayloadKey key) {
    switch (key) {
      case TYPE -> readType();
      case OBJECT -> marks.object = cursor.readWord(OBJECTS);
      case ERROR -> marks.error |= Signs.isSomething(cursor, bytes);
      case CHOICES -> readChoices();
      case MESSAGE -> readMessage();
      case RESPONSE, RESPONSE_CAPITAL -> readResponse();
      case CANDIDATES -> readCandidates();
      case PROMPT_FEEDBACK -> readPromptFeedback();
      case DELTA -> readDelta();
      case OUTPUT -> readOutput();
      case MESSAGE_STOP -> readMessageStop();
      case DONE -> readDone();
      case CONTENT, DATA, EMBEDDINGS, EMBEDDING, TEXT, GENERATED_TEXT, RESULTS -> readAnswer();
      case MESSAGE_START, CONTENT_BLOCK_START, CONTENT_BLOCK_DELTA, CONTENT_BLOCK_STOP ->
          readBedrockEvent();
      case BASE_RESP -> readBaseResponse();
      case CODE -> code |= Signs.isFailureCode(cursor, cache);
      case MSG -> message |= Signs.isText(cursor);
      case ERROR_TYPE, ERROR_MESSAGE, ERROR_CODE, DETAIL, ERRORS ->
          marks.flatError |= Signs.isSomething(cursor, bytes);
      case SUCCESS -> marks.flatError |= Boolean.FALSE.equals(cursor.readBoolean());
      default -> readCommon(key);
    }
  }

  /** Keys that mean the same at top level and inside a wrapped response or message. */
  private void readCommon(PayloadKey key) {
    switch (key) {
      case USAGE, USAGE_METADATA -> readUsage();
      case MODEL, MODEL_VERSION -> readModel();
      case STATUS -> readStatus();
      case STOP_REASON, DONE_REASON -> readFinish();
      case INCOMPLETE_DETAILS -> readReason();
      case PROMPT_EVAL_COUNT -> marks.inputTokens = cursor.readLong(-1);
      case EVAL_COUNT -> marks.outputTokens = cursor.readLong(-1);
      default -> cursor.skip();
    }
  }

  private void readType() {
    if (!cursor.readScalar()) {
      return;
    }
    int from = cursor.scalarFrom();
    int to = cursor.scalarTo();
    marks.type = TYPES.find(bytes, from, to);
    if (marks.type == null) {
      readUnknownType(from, to);
    } else if (marks.dialect == null) {
      marks.dialect = dialectOf(marks.type);
    }
  }

  private void readUnknownType(int from, int to) {
    if (Signs.startsWith(bytes, from, to, "response.")) {
      marks.dialect = Dialect.RESPONSES;
    } else if (Signs.startsWith(bytes, from, to, "content_block_")) {
      marks.dialect = Dialect.MESSAGES;
    }
  }

  private static Dialect dialectOf(EventType type) {
    return switch (type) {
      case MESSAGE, MESSAGE_START, MESSAGE_DELTA, MESSAGE_STOP, PING -> Dialect.MESSAGES;
      case ERROR, FAILED -> null;
      default -> Dialect.RESPONSES;
    };
  }

  private void readChoices() {
    marks.answer = true;
    marks.dialect = Dialect.CHAT_COMPLETIONS;
    if (!cursor.enterArray()) {
      cursor.skip();
      return;
    }
    while (cursor.nextElement()) {
      if (!cursor.enterObject()) {
        cursor.skip();
        continue;
      }
      while (cursor.nextKey()) {
        readChoiceValue(cursor.key(KEYS));
      }
    }
  }

  private void readChoiceValue(PayloadKey key) {
    if (key == PayloadKey.FINISH_REASON) {
      readFinish();
    } else if (key == PayloadKey.ERROR) {
      marks.error |= Signs.isSomething(cursor, bytes);
    } else if (key == PayloadKey.DELTA || key == PayloadKey.MESSAGE) {
      readRefusal();
    } else {
      cursor.skip();
    }
  }

  private void readRefusal() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      if (cursor.key(KEYS) == PayloadKey.REFUSAL) {
        marks.refusal |= Signs.isText(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void readCandidates() {
    marks.answer = true;
    marks.dialect = Dialect.GEMINI;
    if (!cursor.enterArray()) {
      cursor.skip();
      return;
    }
    while (cursor.nextElement()) {
      readNested(PayloadKey.FINISH_REASON_CAMEL);
    }
  }

  private void readPromptFeedback() {
    marks.dialect = Dialect.GEMINI;
    String before = marks.finish;
    readNested(PayloadKey.BLOCK_REASON);
    marks.blocked |= marks.finish != null && !marks.finish.equals(before);
  }

  private void readDelta() {
    readNested(PayloadKey.STOP_REASON);
  }

  private void readMessageStop() {
    marks.dialect = Dialect.BEDROCK;
    marks.done = true;
    readNested(PayloadKey.STOP_REASON_CAMEL);
  }

  private void readReason() {
    readNested(PayloadKey.REASON);
  }

  /** Looks into the next value, if it is an object, for one key that holds a finish reason. */
  private void readNested(PayloadKey wanted) {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      if (cursor.key(KEYS) == wanted) {
        readFinish();
      } else {
        cursor.skip();
      }
    }
  }

  private void readFinish() {
    String reason = cursor.readText(cache);
    if (reason != null && !reason.isEmpty()) {
      marks.finish = reason;
    }
  }

  private void readStatus() {
    String status = cursor.readText(cache);
    if (status != null) {
      marks.status = status;
    }
  }

  private void readModel() {
    if (marks.model != null) {
      cursor.skip();
      return;
    }
    String model = cursor.readText(cache);
    marks.model = model == null || model.isEmpty() ? null : model;
  }

  private void readDone() {
    marks.dialect = Dialect.OLLAMA;
    marks.answer = true;
    marks.done |= Boolean.TRUE.equals(cursor.readBoolean());
  }

  private void readBedrockEvent() {
    marks.dialect = Dialect.BEDROCK;
    marks.answer = true;
    cursor.skip();
  }

  private void readAnswer() {
    marks.answer |= cursor.peek() != 'n';
    cursor.skip();
  }

  /** A string is an error's prose; an object is a message that wraps model and usage. */
  private void readMessage() {
    if (cursor.enterObject()) {
      marks.answer = true;
      readCommonKeys();
    } else {
      message |= Signs.isText(cursor);
    }
  }

  private void readResponse() {
    if (!cursor.enterObject()) {
      readAnswer();
      return;
    }
    marks.answer = true;
    while (cursor.nextKey()) {
      PayloadKey key = cursor.key(KEYS);
      if (key == null) {
        cursor.skip();
        continue;
      }
      switch (key) {
        case ERROR, ERROR_CAPITAL, ERROR_TYPE -> marks.error |= Signs.isSomething(cursor, bytes);
        default -> readCommon(key);
      }
    }
  }

  private void readCommonKeys() {
    while (cursor.nextKey()) {
      PayloadKey key = cursor.key(KEYS);
      if (key == null) {
        cursor.skip();
      } else {
        readCommon(key);
      }
    }
  }

  /** Responses output items, or DashScope's output object with its task status. */
  private void readOutput() {
    marks.answer = true;
    if (cursor.enterObject()) {
      while (cursor.nextKey()) {
        PayloadKey key = cursor.key(KEYS);
        if (key == PayloadKey.TASK_STATUS) {
          readStatus();
        } else if (key == PayloadKey.CHOICES) {
          readChoices();
        } else {
          cursor.skip();
        }
      }
    } else if (cursor.enterArray()) {
      while (cursor.nextElement()) {
        readOutputItem();
      }
    } else {
      cursor.skip();
    }
  }

  private void readOutputItem() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      if (cursor.key(KEYS) == PayloadKey.CONTENT && cursor.enterArray()) {
        while (cursor.nextElement()) {
          readRefusal();
        }
      } else {
        cursor.skip();
      }
    }
  }

  /** MiniMax: {@code "base_resp":{"status_code":0}} is success, any other number is not. */
  private void readBaseResponse() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      if (cursor.key(KEYS) == PayloadKey.STATUS_CODE) {
        marks.error |= cursor.readLong(0) != 0;
      } else {
        cursor.skip();
      }
    }
  }

  private void readUsage() {
    if (!cursor.enterObject()) {
      cursor.skip();
      return;
    }
    while (cursor.nextKey()) {
      PayloadKey key = cursor.key(KEYS);
      if (key == null) {
        cursor.skip();
        continue;
      }
      switch (key) {
        case PROMPT_TOKENS, INPUT_TOKENS, PROMPT_TOKEN_COUNT, INPUT_TOKENS_CAMEL ->
            marks.inputTokens = cursor.readLong(marks.inputTokens);
        case COMPLETION_TOKENS, OUTPUT_TOKENS, CANDIDATES_TOKEN_COUNT, OUTPUT_TOKENS_CAMEL ->
            marks.outputTokens = cursor.readLong(marks.outputTokens);
        default -> cursor.skip();
      }
    }
  }

  /** Keys nobody listed: Bedrock names its stream exceptions by key. */
  private void readOtherKey() {
    boolean exception = cursor.keyEndsWith("Exception");
    if (exception) {
      marks.dialect = Dialect.BEDROCK;
      marks.error |= Signs.isSomething(cursor, bytes);
    } else {
      cursor.skip();
    }
  }
}
