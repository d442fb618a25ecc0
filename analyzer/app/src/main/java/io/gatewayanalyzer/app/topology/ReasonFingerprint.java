package io.gatewayanalyzer.app.topology;

/**
 * The fingerprint of records that have no error to take one from: one per reason, so that "seen for
 * the first time" means a new kind of trouble. FNV-1a over the reason, 16 hex digits.
 */
final class ReasonFingerprint {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ReasonFingerprint() {}

  static String of(String reason) {
    long hash = OFFSET_BASIS;
    String text = UnknownRecords.UNDECODABLE_RECORD + '/' + reason;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return String.format("%016x", hash);
  }
}
