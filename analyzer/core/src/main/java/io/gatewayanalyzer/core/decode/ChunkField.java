package io.gatewayanalyzer.core.decode;

import io.gatewayanalyzer.core.event.Wire;
import java.util.Locale;

/** The fields of a raw stream chunk. */
enum ChunkField implements Wire {
  REQUEST_ID,
  SEQ,
  TIMESTAMP,
  DATA,
  ENDED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @Override
  public String wire() {
    return wire;
  }
}
