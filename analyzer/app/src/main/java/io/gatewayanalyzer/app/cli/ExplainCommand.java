package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.classify.Classifier;
import io.gatewayanalyzer.core.classify.Evidence;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.judge.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why one payload is judged as it is. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads one payload and prints the rule that fired, where it is documented, the facts it saw, and"
          + " the rules that nearly fired. The payload is a raw log record, or the bare response body or"
          + " stream when one of the options below says what it was an answer to."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer explain record.json",
      "  echo '{\"error\":{\"type\":\"billing_error\",\"message\":\"Insufficient credits\"}}' \\",
      "    | gateway-analyzer explain --status 403 --gateway toprouter",
      "  gateway-analyzer explain --status 429 --header retry-after:20 body.json",
      "  gateway-analyzer explain --stream --api messages --json transcript.txt"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "The payload; - is standard input (the default).")
  private String source;

  @ArgGroup(exclusive = false, multiplicity = "0..1", heading = "For a bare body or stream:%n")
  private BareBody bare;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CatalogOption catalogOption;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    byte[] payload = read();
    byte[] record = bare == null ? payload : bare.record(payload);
    Decoded decoded = new Decoder().decode(record);
    if (decoded instanceof Undecodable undecodable) {
      return undecodable(undecodable.reason());
    }
    Catalog catalog = catalogOption.load();
    Evidence evidence = new Judge(catalog).evidence((RawRequest) decoded, console.clock().millis());
    if (evidence == null) {
      console.out().println(json ? "{\"healthy\":true}" : "healthy: no error in this payload");
    } else {
      var explanation = new Classifier(catalog).explain(evidence);
      console
          .out()
          .print(json ? ExplanationJson.of(explanation) + "\n" : ExplanationText.of(explanation));
    }
    return ExitCode.OK.code();
  }

  private int undecodable(String reason) {
    if (json) {
      console.out().println("{\"undecodable\":\"" + reason + "\"}");
    } else {
      console.out().println("undecodable: " + reason);
      console
          .out()
          .println(
              "  no raw log record; for a bare body say what it answered, for instance --status 429");
    }
    return ExitCode.OK.code();
  }

  private byte[] read() throws IOException {
    if (source.equals("-")) {
      return console.in().readAllBytes();
    }
    Path file = Path.of(source);
    if (!Files.isRegularFile(file)) {
      throw CommandFailed.usage("no such file: " + source);
    }
    return Files.readAllBytes(file);
  }
}
