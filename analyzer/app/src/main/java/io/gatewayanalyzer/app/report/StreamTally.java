package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.event.ChunkLoss;

/**
 * What the logs of streams that are logged in chunks lack; mutable, owned by one {@link Tally}.
 * What is missing is no error of a gateway, but nobody should read its verdicts without knowing.
 */
public final class StreamTally {
  private long gapped;
  private long missingChunks;
  private long repeatedChunks;
  private long cutFrames;
  private long alone;

  void add(ChunkLoss loss) {
    gapped += loss.missing() + loss.cutFrames() > 0 ? 1 : 0;
    missingChunks += loss.missing();
    repeatedChunks += loss.repeated();
    cutFrames += loss.cutFrames();
  }

  void alone(long streams) {
    alone = streams;
  }

  /** Streams that were judged without a part of what was sent. */
  public long gapped() {
    return gapped;
  }

  /** Chunks that the numbering passes over. */
  public long missingChunks() {
    return missingChunks;
  }

  /** Chunks that were logged again before their stream was judged, and read once. */
  public long repeatedChunks() {
    return repeatedChunks;
  }

  /** Frames of which only the head was read. */
  public long cutFrames() {
    return cutFrames;
  }

  /** Streams whose request record never came, so that they were judged alone. */
  public long alone() {
    return alone;
  }
}
