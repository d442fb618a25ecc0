package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.classify.Judged;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.RawRef;

/** What the classify node asks of the domain; one instance per stream task. */
@FunctionalInterface
interface Judging {
  /** The verdict on one request, as {@code core.classify.Judge} gives it. */
  Judged judge(RawRequest request, RawRef ref, long ingestTimeMs);
}
