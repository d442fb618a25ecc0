package io.gatewayanalyzer.core.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** The identity of an alert: the same labels, the same id, in every run and on every machine. */
public final class AlertId {
  /** Ends each name and each value; no text has this byte in UTF-8. */
  private static final byte END = (byte) 0xff;

  private static final int BYTES = 8;

  private AlertId() {}

  /** The first 16 hex digits of SHA-256 over names and values, in the order of the names. */
  public static String of(SortedMap<String, String> labels) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      digest.update(label.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update(END);
      digest.update(label.getValue().getBytes(StandardCharsets.UTF_8));
      digest.update(END);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
