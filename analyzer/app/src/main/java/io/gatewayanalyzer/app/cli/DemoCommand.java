package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.Durations;
import io.gatewayanalyzer.app.run.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    refuseWhatWouldDoNothing();
    if (file != null && option != null) {
      new DemoFile(console, file, seed).scene(option, length, rate == null ? FILE_RATE : rate);
    } else if (file != null) {
      write();
    } else if (cluster.given()) {
      new DemoTraffic(console, () -> play(length, 1)).into(cluster.load());
    } else if (trafficOnly) {
      new DemoTraffic(console, () -> play(length, LIVE_SPEED)).withBroker();
    } else {
      AnalyzerConfig settings = http.over(alerts.over(AnalyzerConfig.defaults()));
      new DemoLine(console, settings).show(() -> play(length, LIVE_SPEED));
    }
    return ExitCode.OK.code();
  }

  private void refuseWhatWouldDoNothing() {
    if (file != null && cluster.given()) {
      throw CommandFailed.usage("--write: a file or a cluster, not both; accepted: one of them");
    }
    if (trafficOnly && (file != null || cluster.given())) {
      String other = file != null ? "a file" : "a cluster";
      throw CommandFailed.usage(
          "--traffic-only: a broker or " + other + ", not both; accepted: one of them");
    }
    if (file != null || cluster.given() || trafficOnly) {
      refuseOptionsOfTheLine(
          file != null ? "--write" : trafficOnly ? "--traffic-only" : "a cluster");
    }
  }

  private void refuseOptionsOfTheLine(String why) {
    String idle = alerts.given() ? "--alerts" : http.given() ? "--http-port, --http-host" : null;
    if (idle != null) {
      throw CommandFailed.usage(
          idle + ": nothing is analyzed with " + why + "; accepted: one of them");
    }
  }

  private void write() throws IOException {
    if (records < 0) {
      throw CommandFailed.usage("--records: " + records + "; accepted: 0 or more");
    }
    new DemoFile(console, file, seed).mixed(records);
  }

  private DemoPlay play(Duration length, int standardSpeed) {
    int times = speed == null ? standardSpeed : speed;
    return new DemoPlay(console.clock(), seed, rate == null ? LIVE_RATE : rate, times, length);
  }
}
