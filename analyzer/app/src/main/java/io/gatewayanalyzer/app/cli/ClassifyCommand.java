package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.LineReader;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.app.serde.AttemptJson;
import io.gatewayanalyzer.app.serde.ErrorJson;
import io.gatewayanalyzer.core.decode.Decoded;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.Undecodable;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.judge.Judged;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Raw records on standard input, one verdict per line on standard output. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads raw log records, one JSON object per line, from standard input and writes one JSON object"
          + " per line, in the same order: the attempt, with the error's fields when it failed. A"
          + " healthy attempt has no \"category\". A line that is no record gives"
          + " {\"undecodable\": reason}. Blank lines are skipped. Needs no Kafka."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer classify < gateway.ndjson",
      "  zcat gateway.ndjson.gz | gateway-analyzer classify | jq -r .category | sort | uniq -c",
      "  gateway-analyzer classify --catalog my-rules/ < gateway.ndjson",
      "  echo '{\"response\":{\"status\":429}}' | gateway-analyzer classify"
    })
final class ClassifyCommand implements Callable<Integer> {
  private static final int ASK_EVERY = 1_000;

  private final Console console;
  private final Decoder decoder = new Decoder();
  private final AttemptJson attempts = new AttemptJson();
  private final ErrorJson errors = new ErrorJson();

  @Mixin private CatalogOption catalog;

  ClassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Judge judge = new Judge(catalog.load());
    LineReader lines = new LineReader(console.in(), Decoder.DEFAULT_MAX_BYTES);
    PrintStream out = console.out();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (line == LineReader.TOO_LONG || !LineReader.isBlank(line)) {
        out.write(verdict(line, judge));
        out.write('\n');
      }
      // Nobody may be reading any more; asking flushes, so not at every line.
      if ((lines.drained() || lines.number() % ASK_EVERY == 0) && out.checkError()) {
        break;
      }
    }
    return ExitCode.OK.code();
  }

  private byte[] verdict(byte[] line, Judge judge) {
    Decoded decoded = line == LineReader.TOO_LONG ? Undecodable.TOO_LARGE : decoder.decode(line);
    if (decoded instanceof Undecodable undecodable) {
      return ("{\"undecodable\":\"" + undecodable.reason() + "\"}")
          .getBytes(StandardCharsets.UTF_8);
    }
    Judged judged = judge.judge((RawRequest) decoded, null, console.clock().millis());
    return judged.error() == null
        ? attempts.write(judged.attempt())
        : errors.write(judged.attempt(), judged.error());
  }
}
