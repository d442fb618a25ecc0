package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.stream.StreamReading;

/**
 * A decoded request on its way to the classifier, with the bytes it came from. Valid until the
 * decoder's next call, hence never stored.
 *
 * @param ref where the bytes are
 * @param value the bytes as they arrived
 * @param request what they say
 * @param stream how its stream ended that was logged apart from it; null when there was none
 * @param loss what the log of that stream lacks
 */
record Arrived(RawRef ref, byte[] value, RawRequest request, StreamReading stream, ChunkLoss loss) {
  /** A request that holds all that was logged of it. */
  Arrived(RawRef ref, byte[] value, RawRequest request) {
    this(ref, value, request, null, ChunkLoss.NONE);
  }
}
