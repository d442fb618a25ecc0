package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

import io.gatewayanalyzer.app.report.AlertText;
import io.gatewayanalyzer.app.report.Figures;
import io.gatewayanalyzer.app.report.NotesText;
import io.gatewayanalyzer.app.report.OperationText;
import io.gatewayanalyzer.app.report.ReportText;
import io.gatewayanalyzer.app.report.Tally;

/** The live summary of a demo: a table in place for a person, a block now and then else. */
final class DemoScreen {
  private static final long TERMINAL_MS = 500;
  private static final long PIPE_MS = 5_000;
  private static final int LIVE_ALERTS = 8;

  private final Console console;
  private final long startMs;
  private long shownMs;
  private int drawn;

  DemoScreen(Console console) {
    this.console = console;
    this.startMs = console.clock().millis();
    this.shownMs = startMs;
  }

  /** Whether it is time to show the counts again. */
  boolean due() {
    return console.clock().millis() - shownMs >= (console.outTerminal() ? TERMINAL_MS : PIPE_MS);
  }

  /** Shows the counts so far. */
  void show(Tally tally) {
    shownMs = console.clock().millis();
    // What succeeds is closed within seconds, what fails only when nothing follows for minutes.
    String block =
        block(tally, "running")
            + (tally.operations().operations() == 0
                ? "\n  (no operation is closed yet: more attempts may follow)\n"
                : "\n  (only what is over: failed operations are waited for, so their rate comes at the end)\n")
            + AlertText.live(tally, LIVE_ALERTS, console.colours());
    if (console.outTerminal()) {
      redraw(console.clipped(block) + "\n");
    } else {
      console.out().println(block);
    }
    console.out().flush();
  }

  /** Shows the last counts, which stay. */
  void finish(Tally tally) {
    String block =
        block(tally, "done") + AlertText.of(tally, console.colours()) + NotesText.of(tally);
    if (console.outTerminal()) {
      redraw(block);
    } else {
      console.out().print(block);
    }
    console.out().flush();
  }

  private void redraw(String block) {
    if (drawn > 0) {
      console.out().print("\u001b[" + drawn + "A\u001b[J");
    }
    console.out().print(block);
    drawn = block.split("\n", -1).length - 1;
  }

  private String block(Tally tally, String state) {
    long disguised =
        tally.gateways().stream().mapToLong(gateway -> gateway.disguisedCredits()).sum();
    return state
        + " for "
        + Figures.seconds(console.clock().millis() - startMs)
        + ": "
        + count(tally.attempts(), "attempt")
        + ", "
        + count(tally.errors(), "error")
        + " ("
        + Figures.share(tally.errors(), tally.attempts())
        + "), "
        + count(disguised)
        + (disguised == 1 ? " time" : " times")
        + " 402 in disguise, "
        + count(tally.undecodableRecords(), "undecodable record")
        + ", "
        + count(tally.unrecognizedErrors(), "unrecognized error")
        + "\n\n"
        + ReportText.gateways(tally.gateways())
        + OperationText.of(tally);
  }
}
