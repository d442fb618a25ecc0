package io.gatewayanalyzer.app.report;

import static io.gatewayanalyzer.app.report.Figures.count;

/** The part of a report that says what its figures do not hold, one line each. */
final class NotesText {
  private NotesText() {}

  /** The lines, after an empty one; empty when there is nothing to say. */
  static String of(Tally tally) {
    StringBuilder text = new StringBuilder();
    StreamTally streams = tally.streams();
    note(text, tally.late(), "attempt", "after its operation was closed: in none (late)");
    note(text, tally.repeated(), "attempt", "logged again: once in its operation (repeated)");
    note(text, streams.alone(), "stream", "without its request record: judged alone");
    note(
        text,
        streams.gapped(),
        "stream",
        "judged with gaps in its log: "
            + count(streams.missingChunks(), "chunk")
            + " missing, "
            + count(streams.cutFrames(), "frame")
            + " cut");
    note(text, streams.repeatedChunks(), "chunk", "logged again: read once");
    return text.length() == 0 ? "" : "\n" + text;
  }

  private static void note(StringBuilder text, long number, String what, String how) {
    if (number > 0) {
      text.append("  ").append(count(number, what)).append(' ').append(how).append('\n');
    }
  }
}
