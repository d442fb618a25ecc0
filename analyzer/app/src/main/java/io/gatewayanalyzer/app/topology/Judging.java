package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.judge.Judged;
import io.gatewayanalyzer.core.stream.StreamReading;

/** What the classify node asks of the domain; one instance per stream task. */
@FunctionalInterface
interface Judging {
  /** The verdict on one request, as {@code core.judge.Judge} gives it. */
  Judged judge(RawRequest request, StreamReading stream, RawRef ref, long ingestTimeMs);
}
