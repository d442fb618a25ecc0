package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.run.StopSignals;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The world a command runs in.
 *
 * @param in standard input
 * @param out standard output, UTF-8, not flushed by itself
 * @param err standard error, UTF-8
 * @param outTerminal whether a person watches standard output
 * @param errTerminal whether a person watches standard error
 * @param columns how wide the terminal is
 * @param colours whether colours are welcome there
 * @param clock the time
 * @param stopSignals where to leave what shall run when the process is asked to stop
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outTerminal,
    boolean errTerminal,
    int columns,
    boolean colours,
    Clock clock,
    Consumer<Runnable> stopSignals) {

  /**
   * This process. The launcher says which streams are terminals; the JDK cannot tell them apart.
   */
  static Console ofProcess() {
    boolean outTerminal = Boolean.getBoolean("gatewayanalyzer.terminal.out");
    return new Console(
        System.in,
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        outTerminal,
        Boolean.getBoolean("gatewayanalyzer.terminal.err"),
        Integer.getInteger("gatewayanalyzer.terminal.columns", 80),
        outTerminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")),
        Clock.systemUTC(),
        StopSignals::onStop);
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        autoFlush,
        StandardCharsets.UTF_8);
  }

  /** Has something run, in place of the end of the process, when it is asked to stop. */
  void onStop(Runnable action) {
    stopSignals.accept(action);
  }

  /** The text with each line cut to the terminal's width, so that it can be drawn over again. */
  String clipped(String text) {
    return text.lines()
        .map(line -> line.length() < columns ? line : clippedLine(line))
        .collect(Collectors.joining("\n"));
  }

  /** Colours take no room, and are kept so that none runs on. */
  private String clippedLine(String line) {
    StringBuilder text = new StringBuilder();
    int visible = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\u001b') {
        int end = line.indexOf('m', i);
        text.append(line, i, end + 1);
        i = end;
      } else if (visible < columns - 1) {
        text.append(line.charAt(i));
        visible++;
      }
    }
    return text.toString();
  }

  /** Writes a line to standard error. */
  void note(String line) {
    err.println(line);
    err.flush();
  }
}
