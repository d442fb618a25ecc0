package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.RawRef;

/**
 * A decoded request on its way to the classifier, with the bytes it came from. Valid until the
 * decoder's next call, hence never stored.
 *
 * @param ref where the bytes are
 * @param value the bytes as they arrived
 * @param request what they say
 */
record Arrived(RawRef ref, byte[] value, RawRequest request) {}
