package io.gatewayanalyzer.core.stream;

import io.gatewayanalyzer.core.payload.Marks;

/**
 * How one API ends its streams. Errors that every API sends alike (an error object, an error event)
 * are seen before a protocol is asked, so it only knows its own ends.
 */
interface StreamProtocol {
  /** What a frame that is no error means. Stateless. */
  Meaning read(Marks marks);
}
