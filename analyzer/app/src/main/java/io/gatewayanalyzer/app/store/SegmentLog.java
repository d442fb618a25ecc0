package io.gatewayanalyzer.app.store;

/** Where segments are written: the changelog, or in tests a map. */
interface SegmentLog {
  /**
   * Writes a segment.
   *
   * @param segment null when nobody needs this number any more
   */
  void write(long number, byte[] segment);
}
