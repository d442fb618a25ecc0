package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.app.report.Figures.count;

/** The part of a report that says what its figures do not hold, one line each. */
public final class NotesText {
  private NotesText() {}

  /** The lines, after an empty one; empty when there is nothing to say. */
  public static String of(Tally tally) {
    StringBuilder text = new StringBuilder();
    StreamTally streams = tally.streams();
    note(text, tally.late(), "attempt", "came after the operation was closed, so in none (late)");
    note(text, tally.repeated(), "attempt", "came again, counted once in the operation (repeated)");
    note(text, streams.alone(), "stream", "came without a request record, judged alone");
    note(
        text,
        streams.gapped(),
        "stream",
        "came with gaps, judged by what was seen: " + gaps(streams));
    note(text, streams.repeatedChunks(), "chunk", "came again, read once");
    return text.length() == 0 ? "" : "\n" + text;
  }

  private static String gaps(StreamTally streams) {
    String missing = count(streams.missingChunks(), "chunk") + " missing";
    return streams.cutFrames() == 0
        ? missing
        : missing + ", " + count(streams.cutFrames(), "frame") + " too long";
  }

  private static void note(StringBuilder text, long number, String what, String how) {
    if (number > 0) {
      text.append("  ").append(count(number, what)).append(' ').append(how).append('\n');
    }
  }
}
