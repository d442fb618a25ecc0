package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.ClusterRaw;
import io.gatewayanalyzer.app.analyze.EmbeddedRaw;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The demo's traffic for a line that somebody else runs. */
final class DemoTraffic {
  private final Console console;
  private final Supplier<DemoPlay> begin;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Traffic that is not played yet.
   *
   * @param begin begins the play, when there is somebody to send it to
   */
  DemoTraffic(Console console, Supplier<DemoPlay> begin) {
    this.console = console;
    this.begin = begin;
    console.onStop(stopped::countDown);
  }

  /** Sends it to a broker of its own, which stays until the user stops it. */
  void withBroker() throws InterruptedException {
    console.note("starting an embedded Kafka broker…");
    try (EmbeddedRaw raw = EmbeddedRaw.start(AnalyzerConfig.defaults())) {
      String servers = raw.config().bootstrapServers();
      console.out().println("broker at " + servers);
      console.out().flush();
      console.note("now: gateway-analyzer run --bootstrap-servers " + servers);
      send(raw::send);
      raw.flush();
      console.note("sent " + raw.sent() + " records; the broker stays until Ctrl-C");
      stopped.await();
    }
  }

  /** Sends it to a cluster that is there. */
  void into(AnalyzerConfig cluster) throws InterruptedException {
    try (ClusterRaw raw = ClusterRaw.connect(cluster)) {
      console.note("sending to " + raw.where());
      send(raw::send);
      raw.flush();
      console.note("sent " + raw.sent() + " records");
    }
  }

  private void send(Consumer<byte[]> raw) throws InterruptedException {
    DemoPlay play = begin.get();
    boolean ended = false;
    while (!ended && !play.ended()) {
      play.send(raw);
      ended = stopped.await(DemoPlay.TICK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
