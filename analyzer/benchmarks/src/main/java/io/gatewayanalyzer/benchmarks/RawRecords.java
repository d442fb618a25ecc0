package io.gatewayanalyzer.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Raw requests as a gateway would log them, in the canonical format, written by us. The same seed
 * gives the same bytes on every machine.
 */
public final class RawRecords {
  /** The request id of every record, for those who want to count. */
  public static final String REQUEST_ID = "req-0000000000";

  /** The operation id or idempotency key of every record. */
  public static final String OPERATION_ID = "op-0000000000";

  /** The time of every record. */
  public static final String TIMESTAMP = "2026-11-01T12:00:00.000Z";

  private static final int FRAMES = 20;

  /** Chars of an error's message beyond its first sentence; the rest of a log is headers. */
  private static final int MESSAGE = 120;

  private static final Sender[] HEALTHY_SENDERS = {Sender.CHAT, Sender.MESSAGES, Sender.RESPONSES};

  private RawRecords() {}

  /** {@code count} different records of one kind, each of about {@code bytes} bytes. */
  public static byte[][] of(Kind kind, int count, int bytes, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    byte[][] records = new byte[count][];
    for (int i = 0; i < count; i++) {
      records[i] = record(kind, i, bytes, seeds.nextLong()).getBytes(StandardCharsets.UTF_8);
    }
    return records;
  }

  private static String record(Kind kind, int number, int bytes, long seed) {
    return switch (kind) {
      case HEALTHY -> fitted(bytes, length -> healthy(number, seed, length));
      case ERROR -> fitted(bytes, length -> refused(number, seed, length));
      case STREAM -> stream(number, seed, bytes);
      case GARBAGE -> number % 2 == 0 ? noise(seed, bytes) : cut(number, seed, bytes);
    };
  }

  private static String healthy(int number, long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    Sender sender = HEALTHY_SENDERS[number % HEALTHY_SENDERS.length];
    String body = Payloads.answer(sender, Prose.hex(random, 24), Prose.of(random, length));
    return new Envelope(sender, number, random, "").record(200, "body", body);
  }

  private static String refused(int number, long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    Payloads.Refusal refusal = Payloads.REFUSALS.get(number % Payloads.REFUSALS.size());
    String body = refusal.body(Prose.of(random, Math.min(length, MESSAGE)));
    String padding = Prose.hex(random, Math.max(0, length - MESSAGE));
    return new Envelope(refusal.sender(), number, random, padding)
        .record(refusal.status(), "body", body);
  }

  /** Twenty frames that say everything, or as many short ones as fit. */
  private static String stream(int number, long seed, int bytes) {
    if (bytes >= Kind.STREAM.bytes()) {
      return stream(number, seed, Frames.FULL, FRAMES);
    }
    int frames = 3;
    String record = stream(number, seed, Frames.SHORT, frames);
    String next = stream(number, seed, Frames.SHORT, frames + 1);
    while (next.length() <= bytes) {
      frames++;
      record = next;
      next = stream(number, seed, Frames.SHORT, frames + 1);
    }
    return record;
  }

  private static String stream(int number, long seed, Frames frames, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean breaks = number % 8 == 7;
    String transcript = Payloads.stream(Sender.CHAT, Prose.hex(random, 24), frames, count, breaks);
    return new Envelope(Sender.CHAT, number, random, "").record(200, "stream", transcript);
  }

  private static String noise(long seed, int bytes) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder noise = new StringBuilder(bytes).append('{');
    while (noise.length() < bytes) {
      noise.append((char) random.nextInt(1, 128));
    }
    return noise.toString();
  }

  /** A record that breaks off at its end, so that all of it has to be read to know. */
  private static String cut(int number, long seed, int bytes) {
    return healthy(number, seed, bytes / 2).substring(0, bytes - 100);
  }

  /** What {@code make} gives for the length of text that brings the record to that size. */
  private static String fitted(int bytes, IntFunction<String> make) {
    int length = Math.max(0, bytes - make.apply(0).length());
    // Escapes take more room than the text they stand for.
    int excess = make.apply(length).length() - bytes;
    return make.apply(Math.max(0, length - excess));
  }
}
