package io.gatewayanalyzer.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines that no decoder can read, as broken shippers write them; never with a line break inside.
 */
final class Garbage {
  private Garbage() {}

  /**
   * One broken line.
   *
   * @param healthy a good line that may be broken, at least 40 bytes long
   */
  static byte[] line(byte[] healthy, Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> noise(dice);
      case 1 -> Arrays.copyOf(healthy, healthy.length - dice.between(2, 30));
      case 2 -> "connection reset by peer".getBytes(StandardCharsets.UTF_8);
      default -> "{\"level\":\"info\",\"message\":\"rotated\"}".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] noise(Dice dice) {
    byte[] bytes = dice.bytes(dice.between(8, 64));
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = '~';
      }
    }
    // A first byte that no JSON text and no blank line starts with.
    bytes[0] = (byte) 0xfe;
    return bytes;
  }
}
