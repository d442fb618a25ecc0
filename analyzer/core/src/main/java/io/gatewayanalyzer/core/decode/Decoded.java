package io.gatewayanalyzer.core.decode;

/** What became of one raw record: a request that can be judged, or a reason why it cannot. */
public sealed interface Decoded permits RawRequest, Undecodable {}
