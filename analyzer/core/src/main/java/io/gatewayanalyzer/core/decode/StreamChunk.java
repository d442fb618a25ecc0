package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.json.Slice;

/**
 * One piece of a stream that is logged apart from its request: whole frames, several, or parts cut
 * anywhere. The slice is valid until the reader's next call.
 *
 * @param requestId the request it belongs to; null when absent
 * @param seq its place in the stream, from 0 or 1 on; -1 when absent
 * @param timestampMs when it was sent, epoch milliseconds; -1 when absent or unreadable
 * @param data the bytes as they were sent; empty when absent
 * @param ended how the stream ended, on its last chunk; null on any other
 */
public record StreamChunk(String requestId, long seq, long timestampMs, Slice data, Ended ended)
    implements DecodedChunk {}
