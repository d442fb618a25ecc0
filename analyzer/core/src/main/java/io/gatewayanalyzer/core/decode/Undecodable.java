package io.gatewayanalyzer.core.decode;

/**
 * A record that is no raw request, or no stream chunk; the bytes are preserved as they arrived.
 *
 * @param reason why, one of the words below
 */
public record Undecodable(String reason) implements Decoded, DecodedChunk {
  /** No bytes, or nothing but white space. */
  public static final Undecodable EMPTY = new Undecodable("empty");

  /** More bytes than {@code decode.max-bytes} allows. */
  public static final Undecodable TOO_LARGE = new Undecodable("too_large");

  /** The record does not start like JSON. */
  public static final Undecodable NOT_JSON = new Undecodable("not_json");

  /** JSON, but no object. */
  public static final Undecodable NOT_AN_OBJECT = new Undecodable("not_an_object");

  /** JSON that breaks off or breaks the grammar on the way. */
  public static final Undecodable MALFORMED_JSON = new Undecodable("malformed_json");

  /** A complete object with something behind it. */
  public static final Undecodable TRAILING_DATA = new Undecodable("trailing_data");

  /** An object without a {@code response} object, the only field that a raw request must have. */
  public static final Undecodable NO_RESPONSE = new Undecodable("no_response");

  /** An object that has neither of {@code data} and {@code ended}, so it is no stream chunk. */
  public static final Undecodable NO_DATA = new Undecodable("no_data");

  /** A stream chunk that neither says nor is keyed by the request it belongs to. */
  public static final Undecodable NO_REQUEST_ID = new Undecodable("no_request_id");
}
