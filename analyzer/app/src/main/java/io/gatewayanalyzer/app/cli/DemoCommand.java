package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.ClusterRaw;
import io.gatewayanalyzer.app.analyze.EmbeddedLine;
import io.gatewayanalyzer.app.analyze.EmbeddedRaw;
import io.gatewayanalyzer.app.analyze.Pace;
import io.gatewayanalyzer.app.analyze.TallySink;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.ConfigException;
import io.gatewayanalyzer.app.config.Durations;
import io.gatewayanalyzer.app.config.HttpSettings;
import io.gatewayanalyzer.app.demo.Incident;
import io.gatewayanalyzer.app.demo.LogLine;
import io.gatewayanalyzer.app.demo.Scene;
import io.gatewayanalyzer.app.demo.TimeLapse;
import io.gatewayanalyzer.app.demo.Traffic;
import io.gatewayanalyzer.app.demo.TrafficFile;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.core.classify.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulated gateways through the whole line, or into a file. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Simulates four gateways (NagaAI, A15T, Anannas, TopRouter), sends their logs through the whole"
          + " line on an embedded Kafka broker, and shows what comes out. It begins a day ago in time"
          + " lapse: a credit outage, a provider outage and a 429 spike come in the first quarter of"
          + " an hour, which takes 15 seconds. Its metrics are at http://127.0.0.1:9464/metrics.",
      "With --bootstrap-servers or --config it only sends the logs, into that cluster and as they"
          + " happen, for run to analyze."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer demo                 until Ctrl-C",
      "  gateway-analyzer demo --for 20s       ends by itself",
      "  gateway-analyzer demo --rate 2000     two thousand operations a second",
      "  gateway-analyzer demo --speed 1       no time lapse: what happens, happens now",
      "  gateway-analyzer demo --write traffic.ndjson --records 1000",
      "                                        only writes the traffic, as analyze reads it",
      "  gateway-analyzer demo --write two-hours.ndjson.gz --scene incidents",
      "  gateway-analyzer demo --write day.ndjson.gz --scene calm",
      "                                        two hours with six incidents; a day with none",
      "  gateway-analyzer demo --traffic-only  a broker with traffic, for run from another terminal",
      "  gateway-analyzer demo --bootstrap-servers localhost:9092 --rate 20",
      "                                        only traffic, as it happens, into a cluster you have"
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);
  private static final Duration BEHIND = Duration.ofHours(24);

  private static final int LIVE_RATE = 300;
  private static final int LIVE_SPEED = 60;

  /** What files hold when nobody asks for more: a file of two hours has some 30 MB. */
  private static final int FILE_RATE = 6;

  private final Console console;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "End after this time: " + Durations.ACCEPTED + ".")
  private String time;

  @Option(
      names = "--rate",
      paramLabel = "NUMBER",
      description =
          "Operations that start in a second; retries come on top (default: 300, and "
              + FILE_RATE
              + " in the file of a scene).")
  private Integer rate;

  @Option(
      names = "--speed",
      paramLabel = "NUMBER",
      description =
          "So many seconds of what is simulated pass in one, until the present is reached (default: "
              + LIVE_SPEED
              + ", and 1 into a cluster).")
  private Integer speed;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The same seed gives the same traffic (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Write the traffic to a file (.gz: compressed) and analyze nothing.")
  private Path file;

  @Option(
      names = "--scene",
      paramLabel = "NAME",
      description =
          "With --write: mixed, every failure the gateways document; incidents, two hours with six"
              + " of them; calm, a day without. --for makes them longer or shorter.")
  private String scene;

  @Option(
      names = "--traffic-only",
      description =
          "Start the broker and the traffic but no line; the broker stays until Ctrl-C, also after"
              + " --for has ended the traffic.")
  private boolean trafficOnly;

  @Option(
      names = "--records",
      paramLabel = "NUMBER",
      defaultValue = "6000",
      description = "With --write and no scene: how many records (default: ${DEFAULT-VALUE}).")
  private int records;

  @Mixin private ClusterOption cluster;
  @Mixin private AlertsOption alerts;
  @Mixin private HttpOption http;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Duration length = time == null ? null : Durations.parse(time);
    if (time != null && length == null) {
      throw CommandFailed.usage("--for: not a time: " + time + "; accepted: " + Durations.ACCEPTED);
    }
    if (rate != null && (rate < 1 || rate > 100_000)) {
      throw CommandFailed.usage("--rate: " + rate + "; accepted: 1 to 100000");
    }
    if (speed != null && (speed < 1 || speed > 1_000)) {
      throw CommandFailed.usage("--speed: " + speed + "; accepted: 1 to 1000");
    }
    SceneOption option = SceneOption.of(scene);
    if (file != null && cluster.given()) {
      throw CommandFailed.usage("--write: a file or a cluster, not both; accepted: one of them");
    }
    if (file != null && option != null) {
      writeScene(option, length);
    } else if (file != null) {
      write();
    } else if (cluster.given()) {
      toCluster(length);
    } else if (trafficOnly) {
      trafficOnly(length);
    } else {
      live(length);
    }
    return ExitCode.OK.code();
  }

  private void write() throws IOException {
    if (records < 0) {
      throw CommandFailed.usage("--records: " + records + "; accepted: 0 or more");
    }
    try (OutputStream out = open(file)) {
      TrafficFile.write(out, seed, records);
    }
    console.note("wrote " + records + " records to " + file);
  }

  private void writeScene(SceneOption option, Duration length) throws IOException {
    Scene played = option.scene(TrafficFile.START_MS);
    long lengthMs = (length == null ? option.length() : length).toMillis();
    int perSecond = rate == null ? FILE_RATE : rate;
    try (OutputStream out = open(file)) {
      long written = TrafficFile.write(out, played, seed, perSecond, lengthMs);
      console.note("wrote " + written + " records to " + file);
    }
    for (Incident incident : played.incidents()) {
      console.note(
          "staged "
              + time(incident.fromMs())
              + " to "
              + time(incident.toMs())
              + " "
              + incident.what());
    }
  }

  private static String time(long timeMs) {
    return Instant.ofEpochMilli(timeMs).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static OutputStream open(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || directory == null || !Files.isDirectory(directory)) {
      throw CommandFailed.usage(
          "--write: cannot write " + file + "; accepted: a file in a directory that is there");
    }
    OutputStream out = Files.newOutputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  private TimeLapse timeLapse() {
    int times = speed == null ? (cluster.given() ? 1 : LIVE_SPEED) : speed;
    return new TimeLapse(console.clock().millis(), times == 1 ? 0 : BEHIND.toMillis(), times);
  }

  private Traffic traffic(TimeLapse time) {
    double perSecond = (rate == null ? LIVE_RATE : rate) / (double) time.speed();
    return new Traffic(Scene.demo(time.beginMs()), seed, time.beginMs(), perSecond);
  }

  private void live(Duration length) throws InterruptedException {
    AnalyzerConfig settings = http.over(alerts.over(AnalyzerConfig.defaults()));
    AtomicBoolean stopped = new AtomicBoolean();
    console.onStop(() -> stopped.set(true));
    console.note("starting an embedded Kafka broker and the line…");
    TallySink counted = new TallySink();
    Catalog rules = EmbeddedLine.rules(settings.catalog());
    try (Observability observability =
            new Observability(settings, rules, Version.label(), System.getenv());
        EmbeddedLine line =
            EmbeddedLine.start(settings, counted, false, Pace.STEADY, observability)) {
      console.note("metrics at " + served(observability, settings.http()) + "/metrics");
      DemoScreen screen = new DemoScreen(console);
      TimeLapse lapse = timeLapse();
      long endMs = length == null ? Long.MAX_VALUE : lapse.startMs() + length.toMillis();
      Traffic traffic = traffic(lapse);
      LogLine next = traffic.next();
      while (!stopped.get() && console.clock().millis() < endMs) {
        for (long nowMs = lapse.at(console.clock().millis()); next.timeMs() <= nowMs; ) {
          line.send(next.value());
          next = traffic.next();
        }
        line.awaitNews(TICK);
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
  private URI served(Observability observability, HttpSettings http) {
    try {
      return observability.serve(http);
    } catch (ConfigException taken) {
      URI other = observability.serve(new HttpSettings(http.host(), 0));
      console.note("port " + http.port() + " is taken, so another one is used");
      return other;
    }
  }

  private void trafficOnly(Duration length) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    console.onStop(stopped::countDown);
    console.note("starting an embedded Kafka broker…");
    try (EmbeddedRaw raw = EmbeddedRaw.start(AnalyzerConfig.defaults())) {
      String servers = raw.config().bootstrapServers();
      console.out().println("broker at " + servers);
      console.out().flush();
      console.note("now: gateway-analyzer run --bootstrap-servers " + servers);
      play(length, stopped, raw::send);
      raw.flush();
      console.note("sent " + raw.sent() + " records; the broker stays until Ctrl-C");
      stopped.await();
    }
  }

  private void toCluster(Duration length) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    console.onStop(stopped::countDown);
    try (ClusterRaw raw = ClusterRaw.connect(cluster.load())) {
      console.note("sending to " + raw.where());
      play(length, stopped, raw::send);
      raw.flush();
      console.note("sent " + raw.sent() + " records");
    }
  }

  /** Sends what happens as it happens. */
  private void play(Duration length, CountDownLatch stopped, Consumer<byte[]> raw)
      throws InterruptedException {
    TimeLapse lapse = timeLapse();
    long endMs = length == null ? Long.MAX_VALUE : lapse.startMs() + length.toMillis();
    Traffic traffic = traffic(lapse);
    LogLine next = traffic.next();
    boolean ended = false;
    while (!ended && console.clock().millis() < endMs) {
      for (long nowMs = lapse.at(console.clock().millis()); next.timeMs() <= nowMs; ) {
        raw.accept(next.value());
        next = traffic.next();
      }
      ended = stopped.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void lastAnswers(EmbeddedLine line) throws InterruptedException {
    line.flush();
    long untilMs = console.clock().millis() + LAST_ANSWERS.toMillis();
    while (line.answered() < line.sent() && console.clock().millis() < untilMs) {
      line.awaitNews(TICK);
    }
    line.finish();
  }
}
