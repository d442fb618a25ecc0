package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.AnalyzerTopology;
import io.gatewayanalyzer.core.classify.Catalog;
import java.io.IOException;
import java.nio.file.Path;

/** The analyzer as a process of its own, so that a test may kill it. */
public final class AnalyzerProcess {
  private AnalyzerProcess() {}

  /** Runs until it is killed: bootstrap servers, state directory. */
  public static void main(String[] args) throws InterruptedException {
    AnalyzerConfig base = Cluster.config(args[0]);
    AnalyzerConfig config =
        base.withProcessing(base.processing().withStateDirectory(Path.of(args[1])));
    ExitCode code;
    try (StreamsRunner runner =
        new StreamsRunner(config, AnalyzerTopology.build(config, Catalog.builtIn()))) {
      runner.stopOnSignals();
      runner.start();
      code = runner.await();
    }
    System.exit(code.code());
  }

  /** Starts it with this JVM's class path; what it prints goes where the test prints. */
  static Process start(String bootstrapServers, Path state) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AnalyzerProcess.class.getName(),
            bootstrapServers,
            state.toString())
        .inheritIO()
        .start();
  }
}
