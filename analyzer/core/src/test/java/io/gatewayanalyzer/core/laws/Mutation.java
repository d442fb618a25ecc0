package io.gatewayanalyzer.core.laws;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Ways in which a sound record gets damaged on its way into a log. */
enum Mutation {
  CUT {
    @Override
    byte[] apply(byte[] record, Random random) {
      return Arrays.copyOf(record, random.nextInt(record.length + 1));
    }
  },
  FLIP {
    @Override
    byte[] apply(byte[] record, Random random) {
      byte[] damaged = record.clone();
      for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return damaged;
    }
  },
  DUPLICATE {
    @Override
    byte[] apply(byte[] record, Random random) {
      int from = random.nextInt(record.length + 1);
      int to = from + random.nextInt(record.length - from + 1);
      return insert(record, to, Arrays.copyOfRange(record, from, to));
    }
  },
  INSERT {
    @Override
    byte[] apply(byte[] record, Random random) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      return insert(
          record, random.nextInt(record.length + 1), piece.getBytes(StandardCharsets.UTF_8));
    }
  };

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "null",
    "\\u0000",
    "\\ud83d",
    "\\\"",
    "\0",
    "\r",
    "\n",
    "-",
    "1e999",
    "99999999999999999999",
    "{\"error\":",
    "\\n\\n",
    "data: ",
    "event: error\\n",
    "[DONE]",
    "\uFEFF",
    "漢",
    "<html>",
    "\"error\":{}",
    "\"status\":-1,",
    "litellm.",
  };

  abstract byte[] apply(byte[] record, Random random);

  /** Damages a record once to three times; the same seed gives the same damage. */
  static byte[] damage(byte[] record, long seed) {
    Random random = new Random(seed);
    byte[] damaged = record;
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = values()[random.nextInt(values().length)].apply(damaged, random);
    }
    return damaged;
  }

  private static byte[] insert(byte[] record, int at, byte[] piece) {
    byte[] longer = Arrays.copyOf(record, record.length + piece.length);
    System.arraycopy(record, at, longer, at + piece.length, record.length - at);
    System.arraycopy(piece, 0, longer, at, piece.length);
    return longer;
  }
}
