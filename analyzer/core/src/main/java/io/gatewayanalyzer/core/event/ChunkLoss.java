package io.gatewayanalyzer.core.event;

/**
 * How a stream's log differs from what was sent, as far as that can be seen from outside: the
 * verdict on the stream was found without what is missing.
 *
 * @param missing chunks that the numbering passes over
 * @param repeated chunks that were logged again and not read again
 * @param cutFrames frames that were too long to be carried over whole from chunk to chunk
 */
public record ChunkLoss(long missing, long repeated, long cutFrames) {
  /** The same log as was sent. */
  public static final ChunkLoss NONE = new ChunkLoss(0, 0, 0);

  /** These counts; {@link #NONE} itself when all are 0. */
  public static ChunkLoss of(long missing, long repeated, long cutFrames) {
    return missing == 0 && repeated == 0 && cutFrames == 0
        ? NONE
        : new ChunkLoss(missing, repeated, cutFrames);
  }
}
