package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.EmbeddedLine;
import io.gatewayanalyzer.app.analyze.Pace;
import io.gatewayanalyzer.app.analyze.TallySink;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.core.classify.Catalog;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The demo's traffic through the whole line, and what comes out on the screen. */
final class DemoLine {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  private final Console console;
  private final AnalyzerConfig settings;
  private final AtomicBoolean stopped = new AtomicBoolean();

  DemoLine(Console console, AnalyzerConfig settings) {
    this.console = console;
    this.settings = settings;
    console.onStop(() -> stopped.set(true));
  }

  /**
   * Shows it until it ends or is stopped.
   *
   * @param begin begins the play, when the line is there
   */
  void show(Supplier<DemoPlay> begin) throws InterruptedException {
    Catalog rules = EmbeddedLine.rules(settings.catalog());
    try (Observability observability =
        new Observability(settings, rules, Version.label(), System.getenv())) {
      console.note("starting an embedded Kafka broker and the line…");
      show(begin, observability);
    }
  }

  private void show(Supplier<DemoPlay> begin, Observability observability)
      throws InterruptedException {
    TallySink counted = new TallySink();
    try (EmbeddedLine line =
        EmbeddedLine.start(settings, counted, false, Pace.STEADY, observability)) {
      console.note("metrics at " + served(observability) + "/metrics");
      DemoScreen screen = new DemoScreen(console);
      DemoPlay play = begin.get();
      while (!stopped.get() && !play.ended()) {
        play.send(line::send);
        line.awaitNews(DemoPlay.TICK);
        if (screen.due()) {
          line.look(() -> screen.show(counted.tally()));
        }
      }
      lastAnswers(line);
      line.tellUnjoined(counted.tally());
      line.tellUnsaid(counted.tally());
      line.look(() -> screen.finish(counted.tally()));
    }
  }

  /** Nobody's demo fails because something else serves on the port. */
  private URI served(Observability observability) {
    HttpSettings http = settings.http();
    try {
      return observability.serve(http);
    } catch (ConfigException taken) {
      URI other = observability.serve(new HttpSettings(http.host(), 0));
      console.note("port " + http.port() + " is taken, so another one is used");
      return other;
    }
  }

  private void lastAnswers(EmbeddedLine line) throws InterruptedException {
    line.flush();
    long untilMs = console.clock().millis() + LAST_ANSWERS.toMillis();
    while (line.answered() < line.sent() && console.clock().millis() < untilMs) {
      line.awaitNews(DemoPlay.TICK);
    }
    line.finish();
  }
}
