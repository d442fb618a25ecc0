package io.gatewayanalyzer.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A dozen fields of a record and of its payload, by token stream; no tree, no text of the whole.
 */
final class JacksonFields {
  private final JsonFactory factory;

  JacksonFields(JsonFactory factory) {
    this.factory = factory;
  }

  /** What was found; the last one of a name counts. */
  static final class Found {
    String requestId;
    String operationId;
    String timestamp;
    String gateway;
    String api;
    String provider;
    String model;
    String tenant;
    String apiKeyId;
    int status;
    String errorType;
    String errorCode;
    String message;
    String finishReason;
  }

  Found read(byte[] record) throws IOException {
    Found found = new Found();
    try (JsonParser parser = factory.createParser(record)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        field(parser, name, found);
      }
    }
    return found;
  }

  private void field(JsonParser parser, String name, Found found) throws IOException {
    switch (name) {
      case "request_id" -> found.requestId = parser.getText();
      case "operation_id" -> found.operationId = parser.getText();
      case "timestamp" -> found.timestamp = parser.getText();
      case "gateway" -> found.gateway = parser.getText();
      case "api" -> found.api = parser.getText();
      case "provider" -> found.provider = parser.getText();
      case "model" -> found.model = parser.getText();
      case "tenant" -> found.tenant = parser.getText();
      case "api_key_id" -> found.apiKeyId = parser.getText();
      case "response" -> response(parser, found);
      default -> parser.skipChildren();
    }
  }

  private void response(JsonParser parser, Found found) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("status")) {
        found.status = parser.getIntValue();
      } else if (name.equals("body") && value == JsonToken.VALUE_STRING) {
        payload(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), found);
      } else if (name.equals("stream") && value == JsonToken.VALUE_STRING) {
        frames(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), found);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void frames(char[] text, int offset, int length, Found found) throws IOException {
    int end = offset + length;
    for (int from = offset; from < end; ) {
      int to = from;
      while (to < end && text[to] != '\n') {
        to++;
      }
      // The name of the field and a blank take six chars; [DONE] is no JSON.
      if (to - from > 6 && text[from] == 'd' && text[from + 6] == '{') {
        payload(text, from + 6, to - from - 6, found);
      }
      from = to + 1;
    }
  }

  private void payload(char[] text, int offset, int length, Found found) throws IOException {
    try (JsonParser parser = factory.createParser(text, offset, length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          word(parser, parser.currentName(), found);
        }
      }
    }
  }

  private static void word(JsonParser parser, String name, Found found) throws IOException {
    switch (name) {
      case "type" -> found.errorType = parser.nextTextValue();
      case "code" -> found.errorCode = parser.nextTextValue();
      case "message" -> found.message = parser.nextTextValue();
      case "finish_reason" -> found.finishReason = parser.nextTextValue();
      default -> {
        // Of no interest; the loop walks on through its value.
      }
    }
  }
}
