package io.gatewayanalyzer.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes inputs: damaged records, damaged payloads in sound records, and a little noise. The same
 * seed gives the same inputs, on any machine and with any number of threads.
 */
final class FuzzInputs {
  private static final int MAX_LENGTH = 1 << 16;
  private static final int MAX_NOISE = 256;
  private static final int MAX_SCRAPS = 60;
  private static final int MAX_DAMAGES = 4;
  private static final byte[][] PIECES =
      Stream.of(
              "{",
              "}",
              "[",
              "]",
              "\"",
              "\\",
              ",",
              ":",
              "null",
              "true",
              "\\u0000",
              "\\ud83d",
              "\\\"",
              "\0",
              "\r",
              "\n",
              "\\n",
              "\\r",
              "\\n\\n",
              "-",
              "0.",
              "1e999",
              "99999999999999999999",
              "\uFEFF",
              "漢",
              "🙂",
              "<html>",
              "<title>",
              "data: ",
              "event: error\\n",
              "error: ",
              "[DONE]",
              "litellm.",
              "RateLimitError: ",
              "Exception - ",
              "Error code: 429 - ",
              "try again in 5s",
              "{\"response\":",
              "{\"error\":",
              "\"error\":{}",
              "\"error\":[",
              "\"status\":-1,",
              "\"status\":429,",
              "\"body\":",
              "\"stream\":",
              "\"message\":",
              "\"metadata\":{",
              "\"raw\":\"{",
              "\"choices\":[",
              "\"type\":",
              "\"code\":",
              "\"details\":[",
              "\"retry_after\":",
              "\"finish_reason\":\"error\"")
          .map(word -> word.getBytes(StandardCharsets.UTF_8))
          .toArray(byte[][]::new);

  private final List<byte[]> records;
  private final List<byte[]> payloads;
  private final SplittableRandom random;

  FuzzInputs(List<byte[]> records, List<byte[]> payloads, long seed) {
    this.records = records;
    this.payloads = payloads;
    this.random = new SplittableRandom(seed);
  }

  /** The next input. */
  byte[] next() {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return noise();
    }
    if (kind == 1) {
      return scraps();
    }
    return kind < 8
        ? damaged(records)
        : FuzzEnvelope.wrap(kind == 8 ? scraps() : damaged(payloads), random);
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(MAX_NOISE)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] scraps() {
    byte[] scraps = {};
    for (int i = random.nextInt(MAX_SCRAPS); i >= 0; i--) {
      scraps = insert(scraps, piece());
    }
    return scraps;
  }

  private byte[] damaged(List<byte[]> seeds) {
    byte[] input = seeds.get(random.nextInt(seeds.size()));
    for (int i = random.nextInt(MAX_DAMAGES); i >= 0; i--) {
      input = damage(input, seeds);
    }
    return input;
  }

  private byte[] damage(byte[] input, List<byte[]> seeds) {
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(input, random.nextInt(input.length + 1));
      case 1 -> flip(input);
      case 2 -> repeat(input);
      case 3 -> splice(input, seeds);
      case 4 -> drop(input);
      default -> insert(input, piece());
    };
  }

  private byte[] flip(byte[] input) {
    byte[] damaged = input.clone();
    for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  private byte[] repeat(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = from + random.nextInt(input.length - from + 1);
    byte[] run = Arrays.copyOfRange(input, from, to);
    byte[] longer = insertAt(input, to, run);
    return longer.length > MAX_LENGTH ? input : longer;
  }

  /** The head of this one and the tail of another. */
  private byte[] splice(byte[] input, List<byte[]> seeds) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int head = random.nextInt(input.length + 1);
    int tail = random.nextInt(other.length + 1);
    byte[] spliced = Arrays.copyOf(input, head + other.length - tail);
    System.arraycopy(other, tail, spliced, head, other.length - tail);
    return spliced;
  }

  private byte[] drop(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(16));
    byte[] shorter = Arrays.copyOf(input, input.length - (to - from));
    System.arraycopy(input, to, shorter, from, input.length - to);
    return shorter;
  }

  private byte[] piece() {
    return PIECES[random.nextInt(PIECES.length)];
  }

  private byte[] insert(byte[] input, byte[] piece) {
    return insertAt(input, random.nextInt(input.length + 1), piece);
  }

  private static byte[] insertAt(byte[] input, int at, byte[] piece) {
    byte[] longer = Arrays.copyOf(input, input.length + piece.length);
    System.arraycopy(input, at, longer, at + piece.length, input.length - at);
    System.arraycopy(piece, 0, longer, at, piece.length);
    return longer;
  }
}
