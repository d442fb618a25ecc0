package io.gatewayanalyzer.app.cli;

import static io.gatewayanalyzer.app.report.Figures.count;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.app.audit.Audit;
import io.gatewayanalyzer.app.audit.AuditReport;
import io.gatewayanalyzer.app.audit.DirectoryAudit;
import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.report.TextTable;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.run.Kafka;
import io.gatewayanalyzer.app.topology.TopicCreator;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.event.RawRef;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proof, from a cluster's topics, that no record was lost or doubled. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads the raw, attempts and unknown topics of a cluster and proves that every raw record that"
          + " was read gave exactly one attempt or one undecodable record. Exit code 0 when it did, 1"
          + " when something is missing or there twice; names the first ones as topic-partition-offset."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer audit --bootstrap-servers localhost:9092",
      "  gateway-analyzer audit --config analyzer.yaml --json",
      "  gateway-analyzer audit --dir results/ gateway.ndjson   after analyze --out results/"
    })
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClusterOption cluster;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Instead of a cluster: what analyze --out wrote, against the FILEs it read.")
  private Path directory;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "With --dir: the log files.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    AuditReport report = directory == null ? cluster() : directory();
    console.out().print(json ? json(report) + "\n" : text(report));
    return (report.complete() ? ExitCode.OK : ExitCode.FAILURE).code();
  }

  private AuditReport directory() throws IOException {
    if (files.isEmpty()) {
      throw CommandFailed.usage("--dir needs the FILEs that were analyzed");
    }
    for (String name : List.of("attempts.ndjson", "unknown.ndjson")) {
      if (!Files.isRegularFile(directory.resolve(name))) {
        throw CommandFailed.usage("no such file: " + directory.resolve(name));
      }
    }
    return new DirectoryAudit(directory).run(InputFiles.of(files, console));
  }

  private AuditReport cluster() throws InterruptedException {
    if (!files.isEmpty()) {
      throw CommandFailed.usage("FILEs are for --dir; a cluster needs none");
    }
    AnalyzerConfig config = cluster.load();
    try (Admin admin = Kafka.connect(config)) {
      requireTopics(config, admin);
      return new Audit(config, admin).run();
    } catch (ExecutionException e) {
      throw CommandFailed.of(
          "cannot read the topics (" + e.getCause().getClass().getSimpleName() + ")", e);
    }
  }

  private static void requireTopics(AnalyzerConfig config, Admin admin)
      throws ExecutionException, InterruptedException {
    Topics topics = Topics.of(config);
    List<String> missing =
        new TopicCreator(admin)
            .missing(
                List.of(
                    topics.rawRequests(),
                    topics.attempts(),
                    topics.unknown(),
                    topics.deadLetters()));
    if (!missing.isEmpty()) {
      throw CommandFailed.of("no such topics: " + String.join(", ", missing), null);
    }
  }

  private static String text(AuditReport report) {
    TextTable table =
        new TextTable(
            "RECORDS", "ATTEMPTS", "UNDECODABLE", "MISSING", "TWICE", "DEAD LETTERS", "PENDING");
    table.row(
        count(report.records()),
        count(report.attempts()),
        count(report.undecodable()),
        count(report.missing()),
        count(report.twice()),
        count(report.deadLetters()),
        count(report.pending()));
    String verdict =
        report.complete()
            ? "complete: every record that was read is answered exactly once\n"
            : "NOT complete\n"
                + named("missing", report.firstMissing())
                + named("twice", report.firstTwice());
    return table.render(0) + verdict;
  }

  private static String named(String what, List<RawRef> refs) {
    return refs.isEmpty()
        ? ""
        : refs.stream().map(RawRef::toString).collect(Collectors.joining(", ", what + ": ", "\n"));
  }

  private static String json(AuditReport report) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeBooleanField("complete", report.complete());
      out.writeNumberField("records", report.records());
      out.writeNumberField("attempts", report.attempts());
      out.writeNumberField("undecodable", report.undecodable());
      out.writeNumberField("missing", report.missing());
      out.writeNumberField("twice", report.twice());
      out.writeNumberField("dead_letters", report.deadLetters());
      out.writeNumberField("pending", report.pending());
      refs(out, "first_missing", report.firstMissing());
      refs(out, "first_twice", report.firstTwice());
      out.writeEndObject();
    }
    return text.toString();
  }

  private static void refs(JsonGenerator out, String name, List<RawRef> refs) throws IOException {
    out.writeArrayFieldStart(name);
    for (RawRef ref : refs) {
      out.writeString(ref.toString());
    }
    out.writeEndArray();
  }
}
