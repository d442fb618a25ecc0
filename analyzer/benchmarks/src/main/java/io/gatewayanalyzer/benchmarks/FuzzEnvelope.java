package io.gatewayanalyzer.benchmarks;

import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.json.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Takes payloads out of records, and puts damaged ones into records that are sound. */
final class FuzzEnvelope {
  private static final String[] GATEWAYS = {
    "openrouter", "litellm", "nagaai", "a15t", "new-api", ""
  };
  private static final String[] APIS = {"chat_completions", "responses", "messages", "other", ""};
  private static final String[] ENDS = {
    "complete", "client_closed", "upstream_closed", "timeout", ""
  };
  private static final int[] STATUSES = {
    200, 200, 200, 400, 401, 402, 403, 404, 429, 500, 503, 529
  };

  private FuzzEnvelope() {}

  /** The bodies and streams of all records that can be read. */
  static List<byte[]> payloads(List<byte[]> records) {
    List<byte[]> payloads = new ArrayList<>();
    payloads.add(new byte[0]);
    Decoder decoder = new Decoder();
    for (byte[] record : records) {
      if (decoder.decode(record) instanceof RawRequest request) {
        add(request.body(), payloads);
        add(request.stream(), payloads);
      }
    }
    return payloads;
  }

  private static void add(Slice payload, List<byte[]> payloads) {
    if (payload != null) {
      payloads.add(Arrays.copyOfRange(payload.bytes(), payload.from(), payload.to()));
    }
  }

  /** A sound record around a payload. */
  static byte[] wrap(byte[] payload, SplittableRandom random) {
    ByteArrayOutputStream record = new ByteArrayOutputStream(payload.length + 256);
    String head =
        String.join(
            "",
            "{\"gateway\":\"",
            pick(GATEWAYS, random),
            "\",\"api\":\"",
            pick(APIS, random),
            "\",\"response\":{\"ended\":\"",
            pick(ENDS, random),
            "\",\"status\":" + STATUSES[random.nextInt(STATUSES.length)],
            random.nextBoolean() ? ",\"body\":\"" : ",\"stream\":\"");
    record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    for (byte b : payload) {
      writeEscaped(b, record);
    }
    record.writeBytes("\"}}".getBytes(StandardCharsets.US_ASCII));
    return record.toByteArray();
  }

  private static void writeEscaped(byte b, ByteArrayOutputStream record) {
    if (b == '"' || b == '\\') {
      record.write('\\');
      record.write(b);
    } else if (b >= 0 && b < ' ') {
      byte[] escape = {'\\', 'u', '0', '0', (byte) ('0' + (b >> 4)), hex(b & 15)};
      record.writeBytes(escape);
    } else {
      record.write(b);
    }
  }

  private static byte hex(int digit) {
    return (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
  }

  private static String pick(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }
}
