package io.gatewayanalyzer.core.event;

/**
 * Where the bytes of an attempt can be found again: one Kafka record.
 *
 * @param topic the raw topic's name
 * @param partition its partition
 * @param offset the record's offset in that partition
 */
public record RawRef(String topic, int partition, long offset) {
  /** The one-word form that records and headers carry: {@code topic-partition-offset}. */
  @Override
  public String toString() {
    return topic + '-' + partition + '-' + offset;
  }

  /**
   * Reads the one-word form back.
   *
   * @return the reference, or null when the text is not one
   */
  public static RawRef parse(String text) {
    int offsetDash = text == null ? -1 : text.lastIndexOf('-');
    int partitionDash = offsetDash <= 0 ? -1 : text.lastIndexOf('-', offsetDash - 1);
    if (partitionDash <= 0) {
      return null;
    }
    try {
      return new RawRef(
          text.substring(0, partitionDash),
          Integer.parseInt(text.substring(partitionDash + 1, offsetDash)),
          Long.parseLong(text.substring(offsetDash + 1)));
    } catch (NumberFormatException notARef) {
      return null;
    }
  }
}
