package io.gatewayanalyzer.benchmarks.pipeline;

import io.gatewayanalyzer.benchmarks.RawRecords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A raw record whose ids and time are written anew for each use. Reuses its bytes. */
final class Template {
  private static final int DIGITS = 10;

  private final byte[] bytes;
  private final int requestDigits;
  private final List<Integer> operationDigits;
  private final int time;

  Template(byte[] record) {
    this.bytes = record.clone();
    String text = new String(record, StandardCharsets.ISO_8859_1);
    this.requestDigits = end(text, RawRecords.REQUEST_ID, 0) - DIGITS;
    this.operationDigits = new ArrayList<>();
    for (int at = text.indexOf(RawRecords.OPERATION_ID); at >= 0; ) {
      operationDigits.add(at + RawRecords.OPERATION_ID.length() - DIGITS);
      at = text.indexOf(RawRecords.OPERATION_ID, at + 1);
    }
    this.time = text.indexOf(RawRecords.TIMESTAMP);
  }

  /** The record with these numbers and that time; valid until the next call. */
  byte[] record(long request, long operation, byte[] timestamp) {
    digits(requestDigits, request);
    for (int at : operationDigits) {
      digits(at, operation);
    }
    System.arraycopy(timestamp, 0, bytes, time, timestamp.length);
    return bytes;
  }

  /** The request id the record has now, as a key. */
  byte[] requestId() {
    return Arrays.copyOfRange(
        bytes, requestDigits + DIGITS - RawRecords.REQUEST_ID.length(), requestDigits + DIGITS);
  }

  private void digits(int at, long number) {
    long rest = number;
    for (int i = at + DIGITS - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int end(String text, String what, int from) {
    return text.indexOf(what, from) + what.length();
  }
}
