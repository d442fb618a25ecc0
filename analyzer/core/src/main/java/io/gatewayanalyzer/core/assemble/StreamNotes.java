package io.gatewayanalyzer.core.assemble;

import io.gatewayanalyzer.core.event.ChunkLoss;

/**
 * What is to be known about how a stream was logged, beside how it ended.
 *
 * @param firstMs time of the first chunk, epoch milliseconds; -1 when there was none
 * @param lastMs time of the last chunk that was read, epoch milliseconds; -1 when there was none
 * @param chunks chunks that were read
 * @param missing chunks that {@code seq} passes over, so what they said was never seen
 * @param repeated chunks whose {@code seq} had been passed already, so they were not read again
 * @param cutFrames frames that were too long to be carried over whole from chunk to chunk
 * @param silent whether the stream was closed because nothing more came
 */
public record StreamNotes(
    long firstMs,
    long lastMs,
    long chunks,
    long missing,
    long repeated,
    int cutFrames,
    boolean silent) {
  /** What of it has to be said with every verdict on the stream. */
  public ChunkLoss loss() {
    return ChunkLoss.of(missing, repeated, cutFrames);
  }

  StreamNotes afterChunk(long timeMs, long left, int cut) {
    long first = firstMs < 0 ? timeMs : firstMs;
    return new StreamNotes(first, timeMs, chunks + 1, missing + left, repeated, cut, silent);
  }

  StreamNotes afterRepetition() {
    return new StreamNotes(firstMs, lastMs, chunks, missing, repeated + 1, cutFrames, silent);
  }

  StreamNotes afterSilence() {
    return new StreamNotes(firstMs, lastMs, chunks, missing, repeated, cutFrames, true);
  }
}
