package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.config.CatalogSettings;
import io.gatewayanalyzer.app.deliver.AlertFeed;
import io.gatewayanalyzer.app.run.Causes;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.run.Observability;
import io.gatewayanalyzer.app.run.StreamsRunner;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.app.topology.LineHooks;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.classify.Catalog;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The line against a Kafka cluster. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Analyzes the raw topics of a Kafka cluster until it is stopped. Missing topics are created;"
          + " existing ones are never altered. Several instances share the work."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer run --bootstrap-servers localhost:9092",
      "  gateway-analyzer run --config analyzer.yaml",
      "  gateway-analyzer run --config analyzer.yaml --catalog my-rules/ --alerts my-alerts.yaml",
      "  gateway-analyzer run --config analyzer.yaml --alertmanager http://am-0:9093,http://am-1:9093"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClusterOption cluster;
  @Mixin private CatalogOption catalog;
  @Mixin private AlertsOption alerts;
  @Mixin private AlertmanagerOption alertmanager;
  @Mixin private HttpOption http;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    AnalyzerConfig config = cluster.load();
    CatalogSettings own = catalog.settings();
    config = alerts.over(own.directory() == null ? config : config.withCatalog(own));
    config = http.over(alertmanager.over(config));
    Catalog rules =
        config.catalog().directory() == null
            ? Catalog.builtIn()
            : Catalog.load(config.catalog().directory());
    try (Observability observability =
        new Observability(config, rules, Version.label(), System.getenv())) {
      URI served = observability.serve(config.http());
      run(config, rules, observability, served);
      console.note("stopped");
      return ExitCode.OK.code();
    }
  }

  private void run(AnalyzerConfig config, Catalog rules, Observability observability, URI served)
      throws InterruptedException {
    LineHooks hooks = LineHooks.endless().watched(observability.watcher());
    Topology line = AnalyzerTopology.build(config, rules, hooks);
    try (StreamsRunner runner = new StreamsRunner(config, line, hooks.watcher());
        AlertFeed feed = AlertmanagerOption.feed(config)) {
      observability.watch(runner, hooks);
      runner.start().forEach(console::note);
      feed.start();
      console.onStop(runner::stop);
      announce(config, rules);
      console.note("metrics  " + served + "/metrics");
      if (observability.traced()) {
        console.note("traces   by OTLP, as OTEL_* says");
      }
      ExitCode ended =
          watch(new RunCounters(console, runner.streams(), Topics.of(config), hooks, feed), runner);
      if (ended != ExitCode.OK) {
        throw CommandFailed.of("the line failed: " + Causes.names(runner.failure()), null);
      }
    }
  }

  private void announce(AnalyzerConfig config, Catalog rules) {
    Topics topics = Topics.of(config);
    console.note("Kafka    " + config.bootstrapServers() + ", as " + config.applicationId());
    console.note("reading  " + topics.rawRequests().name());
    console.note(
        "writing  "
            + topics.attempts().name()
            + ", "
            + topics.errors().name()
            + ", "
            + topics.operations().name()
            + ", "
            + topics.unknown().name());
    console.note("rules    " + rules.version());
    for (URI target : config.alertmanager().targets()) {
      console.note("telling  " + target);
    }
  }

  private ExitCode watch(RunCounters counters, StreamsRunner runner) throws InterruptedException {
    long everySeconds = console.errTerminal() ? 1 : 10;
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "counters");
              thread.setDaemon(true);
              return thread;
            });
    var ticks =
        ticker.scheduleAtFixedRate(counters::show, everySeconds, everySeconds, TimeUnit.SECONDS);
    try {
      return runner.await();
    } finally {
      ticks.cancel(false);
      ticker.shutdownNow();
      counters.end();
    }
  }
}
