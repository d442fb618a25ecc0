package io.gatewayanalyzer.core.payload;

import io.gatewayanalyzer.core.json.JsonCursor;
import io.gatewayanalyzer.core.json.Numbers;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.json.Timestamps;
import io.gatewayanalyzer.core.json.Words;
import java.nio.charset.StandardCharsets;

/**
 * Walks the JSON of an error payload and notes every field that means something. Objects nest at
 * most {@link #MAX_DEPTH} deep before they are skipped.
 */
final class ErrorJson {
  private static final Words<ErrorKey> KEYS = Words.of(ErrorKey.class);
  private static final int MAX_DEPTH = 8;
  private static final int MAX_METADATA = 16_384;

  private final JsonCursor cursor;
  private final byte[] bytes;
  private final long nowMs;
  private final int layer;
  private final ErrorDraft draft;
  private int depth;
  private Slice onlyObject;

  ErrorJson(JsonCursor cursor, byte[] bytes, long nowMs, int layer, ErrorDraft draft) {
    this.cursor = cursor;
    this.bytes = bytes;
    this.nowMs = nowMs;
    this.layer = layer;
    this.draft = draft;
  }

  /** Reads the whole payload: an object, or an array whose elements are read as one. */
  void readPayload() {
    if (cursor.enterArray()) {
      while (cursor.nextElement()) {
        readObjectOrText();
      }
    } else {
      readObject();
    }
    if (!draft.hasWords() && onlyObject != null && layer < ErrorReader.MAX_LAYERS) {
      readMisspelledEnvelope();
    }
  }

  /** A gateway once sent {@code {"ferror":{…}}}: an unknown key around an error's usual fields. */
  private void readMisspelledEnvelope() {
    JsonCursor inside = new JsonCursor().reset(onlyObject);
    new ErrorJson(inside, onlyObject.bytes(), nowMs, layer + 1, draft).readObject();
  }

  private void readObjectOrText() {
    if (cursor.peek() == '{') {
      readObject();
    } else {
      draft.message(cursor.readText());
    }
  }

  private void readObject() {
    if (depth >= MAX_DEPTH || !cursor.enterObject()) {
      cursor.skip();
      return;
    }
    depth++;
    while (cursor.nextKey()) {
      ErrorKey key = cursor.key(KEYS);
      if (key == null) {
        readUnlisted();
      } else {
        readValue(key);
      }
    }
    depth--;
  }

  private void readUnlisted() {
    if (cursor.keyEndsWith("Exception") && cursor.peek() == '{') {
      draft.shape(Shape.AWS);
      draft.name(cursor.keyText());
      readObject();
    } else if (cursor.peek() == '{') {
      onlyObject = cursor.readRaw();
    } else {
      cursor.skip();
    }
  }

  private void readValue(ErrorKey key) {
    switch (key) {
      case ERROR, ERROR_CAPITAL -> readError();
      case ERRORS -> readErrors();
      case MESSAGE, MESSAGE_CAPITAL -> readMessage();
      case MSG, ERROR_MESSAGE, ERROR_MSG, ERROR_MESSAGE_CAMEL -> readProse();
      case STATUS_MSG, TITLE, DESCRIPTION, ERROR_DESCRIPTION, ERR_MSG, BLOCK_REASON_MESSAGE ->
          draft.message(cursor.readText());
      case DETAIL -> readDetail();
      case DETAILS -> readDetails();
      case TYPE -> readType();
      case CODE, CODE_CAPITAL -> readCode();
      case ERROR_CODE, ERR_CODE, ERROR_CODE_CAMEL, ERRCODE, BIZ_CODE ->
          draft.code(cursor.readText());
      case STATUS -> readStatus();
      case STATUS_CODE, STATUS_CODE_CAMEL, HTTP_STATUS, HTTP_STATUS_CODE, RAW_STATUS_CODE ->
          draft.code(cursor.readText());
      case ERROR_TYPE,
          REASON,
          PROVIDER_CODE,
          FINISH_REASON,
          FINISH_REASON_CAMEL,
          BLOCK_REASON,
          STOP_REASON,
          TASK_STATUS ->
          readName(key);
      case NAME -> readExceptionName();
      case AWS_TYPE -> readAwsType();
      case OBJECT -> readObjectWord();
      default -> readFurther(key);
    }
  }

  private void readFurther(ErrorKey key) {
    switch (key) {
      case PARAM, FIELD -> draft.param = firstText(draft.param, cursor.readText());
      case METADATA -> readMetadata();
      case BASE_RESP -> readBaseResponse();
      case AVAILABILITY,
          INNERERROR,
          INNER_ERROR,
          RESPONSE,
          RESPONSE_CAPITAL,
          INCOMPLETE_DETAILS,
          OUTPUT,
          PROMPT_FEEDBACK,
          HEADERS,
          CONTEXT ->
          readObject();
      case BODY, CAUSE, UPSTREAM_ERROR, PROVIDER_ERROR, ORIGINAL_ERROR, RAW -> readWrapped();
      case CHOICES, CANDIDATES -> readElements();
      case VIOLATIONS -> readElements();
      case PROVIDER_NAME, PROVIDER ->
          draft.providerName = firstText(draft.providerName, cursor.readText());
      case LIMIT_SOURCE -> draft.limitSource = firstText(draft.limitSource, cursor.readText());
      case LIMIT_TYPE, RATE_LIMIT_TYPE, QUOTA_ID ->
          draft.limitType = firstText(draft.limitType, cursor.readText());
      case RETRYABLE, SHOULD_RETRY -> readRetryable();
      default -> readTimes(key);
    }
  }

  private void readTimes(ErrorKey key) {
    switch (key) {
      case RETRY_AFTER, RETRY_AFTER_SECONDS, RETRY_AFTER_CAMEL, RESETS_IN_SECONDS, RESET_AFTER ->
          draft.advisedWait(Math.round(cursor.readDouble(-1) * 1000));
      case RETRY_AFTER_MS -> draft.advisedWait(cursor.readLong(-1));
      case RETRY_DELAY -> draft.advisedWait(seconds(cursor.readText()));
      case RESETS_AT, RESET_AT -> readResetTime();
      default -> cursor.skip();
    }
  }

  private void readError() {
    int b = cursor.peek();
    if (b == '"') {
      draft.shape(Shape.STRING);
      readProse();
    } else if (b == '{') {
      readErrorObject();
    } else if (b == '[') {
      readErrors();
    } else {
      cursor.skip();
    }
  }

  /** Google's errors have a status word where OpenAI's and everybody else's have a type. */
  private void readErrorObject() {
    Shape before = draft.shape;
    boolean typed = draft.typeSeen;
    draft.typeSeen = false;
    draft.statusSeen = false;
    readObject();
    Shape read = draft.statusSeen && !draft.typeSeen ? Shape.GOOGLE : Shape.OPENAI;
    draft.shape = before == null ? read : before;
    draft.typeSeen |= typed;
  }

  private void readErrors() {
    draft.shape(Shape.ERRORS_ARRAY);
    readElements();
  }

  private void readElements() {
    if (!cursor.enterArray()) {
      if (cursor.peek() == '{') {
        readObject();
      } else {
        draft.message(cursor.readText());
      }
      return;
    }
    while (cursor.nextElement()) {
      readObjectOrText();
    }
  }

  private void readMessage() {
    if (cursor.peek() == '{') {
      readObject();
    } else if (cursor.peek() == '[') {
      readElements();
    } else {
      readProse();
    }
  }

  /** Prose that may be, or may quote, the provider's own error. */
  private void readProse() {
    String text = cursor.readText();
    draft.message(text);
    if (text != null && layer < ErrorReader.MAX_LAYERS) {
      draft.inner(Prose.quoted(text, nowMs, layer + 1));
    }
  }

  private void readDetail() {
    draft.shape(Shape.FASTAPI);
    if (cursor.peek() == '"') {
      readProse();
    } else {
      readElements();
    }
  }

  /** Google's detail objects; elsewhere the provider's error as an object or as JSON text. */
  private void readDetails() {
    if (cursor.peek() == '"') {
      readWrapped();
    } else {
      readElements();
    }
  }

  private void readWrapped() {
    if (layer >= ErrorReader.MAX_LAYERS) {
      cursor.skip();
    } else if (cursor.peek() == '"') {
      String text = cursor.readText();
      draft.inner(text == null ? null : ErrorReader.readText(text, nowMs, layer + 1));
    } else {
      Slice raw = cursor.readRaw();
      draft.inner(raw.length() <= 4 ? null : ErrorReader.read(raw, nowMs, layer + 1));
    }
  }

  /** An envelope's own type ("error", an event name) names no error. */
  private void readType() {
    String type = cursor.readText();
    draft.typeSeen = true;
    if (type == null || depth == 0) {
      return;
    }
    if (depth == 1 && type.equals("error")) {
      draft.shape(Shape.ANTHROPIC);
    } else if (!(type.startsWith("response.") || type.equals("error") || type.equals("failed"))) {
      draft.type(type);
    }
  }

  private void readCode() {
    if (cursor.peek() == '{') {
      readObject();
    } else {
      draft.code(cursor.readText());
    }
  }

  private void readStatus() {
    String word = cursor.readText();
    draft.statusSeen = true;
    if (word == null) {
      return;
    }
    int before = draft.declaredStatus;
    if (word.chars().allMatch(Character::isDigit)) {
      draft.declaredStatus(word.length() == 3 ? Integer.parseInt(word) : before);
    } else if (!isPlainFailure(word)) {
      draft.name(word);
    }
  }

  private static boolean isPlainFailure(String word) {
    return switch (word) {
      case "failed", "failure", "error", "fail", "in_progress", "completed" -> true;
      default -> false;
    };
  }

  private void readName(ErrorKey key) {
    if (cursor.peek() == '{') {
      readObject();
      return;
    }
    String word = cursor.readText();
    boolean regularEnd =
        word != null
            && (key == ErrorKey.FINISH_REASON
                || key == ErrorKey.FINISH_REASON_CAMEL
                || key == ErrorKey.STOP_REASON)
            && !FinishReasons.isFailure(word);
    if (!regularEnd) {
      draft.name(word);
    }
  }

  private void readExceptionName() {
    String name = cursor.readText();
    if (name != null && (name.endsWith("Exception") || name.endsWith("Error"))) {
      draft.name(name);
    }
  }

  /** AWS: {@code "__type":"com.amazon.coral#ThrottlingException"}; what counts is behind the #. */
  private void readAwsType() {
    String type = cursor.readText();
    draft.shape(Shape.AWS);
    draft.name(type == null ? null : type.substring(type.indexOf('#') + 1));
  }

  private void readObjectWord() {
    if ("error".equals(cursor.readText())) {
      draft.shape(Shape.FLAT);
    }
  }

  private void readMetadata() {
    Slice raw = cursor.readRaw();
    if (raw.length() > 2 && draft.metadata == null && raw.length() <= MAX_METADATA) {
      draft.metadata = raw.text();
    }
    ErrorJson nested = new ErrorJson(new JsonCursor().reset(raw), bytes, nowMs, layer, draft);
    nested.depth = depth;
    nested.readObject();
  }

  /** Nobody but MiniMax says {@code base_resp}; its numbers mean something only as MiniMax's. */
  private void readBaseResponse() {
    draft.providerName = firstText(draft.providerName, "minimax");
    readObject();
  }

  private void readRetryable() {
    Boolean word = cursor.readBoolean();
    if (draft.retryable == null) {
      draft.retryable = word;
    }
  }

  private void readResetTime() {
    if (!cursor.readScalar()) {
      return;
    }
    long at = Timestamps.parse(bytes, cursor.scalarFrom(), cursor.scalarTo());
    if (at > nowMs && nowMs > 0) {
      draft.advisedWait(at - nowMs);
    }
  }

  private static String firstText(String before, String now) {
    return before != null || now == null || now.isBlank() ? before : now;
  }

  /** Google's duration: decimal seconds with an s. */
  private static long seconds(String duration) {
    if (duration == null || !duration.endsWith("s")) {
      return -1;
    }
    byte[] digits = duration.getBytes(StandardCharsets.US_ASCII);
    double value = Numbers.parseDouble(digits, 0, digits.length - 1, -1);
    return Math.round(value * 1000);
  }
}
