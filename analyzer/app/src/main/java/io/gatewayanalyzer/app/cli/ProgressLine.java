package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

import io.gatewayanalyzer.app.analyze.Analysis;
import io.gatewayanalyzer.app.report.Figures;

/** Shows on standard error how far an analysis is: a bar for a person, now and then a line else. */
final class ProgressLine implements Analysis.Progress {
  private static final int WIDTH = 24;
  private static final long TERMINAL_MS = 150;
  private static final long PIPE_MS = 5_000;

  private final Console console;
  private final long totalBytes;
  private final long startMs;
  private long shownMs;
  private boolean open;

  /**
   * A line for one run.
   *
   * @param totalBytes size of all inputs; -1 when unknown
   */
  ProgressLine(Console console, long totalBytes) {
    this.console = console;
    this.totalBytes = totalBytes;
    this.startMs = console.clock().millis();
    this.shownMs = startMs;
  }

  @Override
  public void at(long storedBytes, long sent, long answered) {
    long nowMs = console.clock().millis();
    if (nowMs - shownMs < (console.errTerminal() ? TERMINAL_MS : PIPE_MS)) {
      return;
    }
    shownMs = nowMs;
    long perSecond = answered * 1000 / Math.max(1, nowMs - startMs);
    String text =
        Figures.megabytes(storedBytes)
            + (totalBytes > 0 ? " of " + Figures.megabytes(totalBytes) : "")
            + " read, "
            + count(answered)
            + " of "
            + count(sent)
            + " records, "
            + count(perSecond)
            + " a second";
    if (console.errTerminal()) {
      console.err().print("\r\u001b[2K" + console.clipped(bar(storedBytes) + text));
      console.err().flush();
      open = true;
    } else {
      console.note(text);
    }
  }

  /** Takes the bar away. */
  void clear() {
    if (open) {
      console.err().print("\r\u001b[2K");
      console.err().flush();
    }
  }

  private String bar(long storedBytes) {
    if (totalBytes <= 0) {
      return "";
    }
    int full = (int) Math.min(WIDTH, WIDTH * storedBytes / totalBytes);
    return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] ";
  }
}
