package io.gatewayanalyzer.core.decode;

/** What became of one raw chunk: a piece of a stream, or a reason why it is none. */
public sealed interface DecodedChunk permits StreamChunk, Undecodable {}
