package io.gatewayanalyzer.benchmarks;

/** How much the frames of a stream repeat. */
enum Frames {
  /** Id, model and time in each frame, as most providers do. */
  FULL,
  /** Nothing but the change, as some logs keep them. */
  SHORT;

  private static final String[] PIECES = {
    "The", " answer", " is", " not", " as", " short", " as", " \"one\"", " would", " hope"
  };

  String text(int frame) {
    String piece = PIECES[frame % PIECES.length];
    return this == FULL ? piece + ", and so on" : piece;
  }
}
