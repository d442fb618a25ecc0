package io.gatewayanalyzer.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.app.report.TextTable;
import io.gatewayanalyzer.app.run.ExitCode;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.classify.Rule;
import io.gatewayanalyzer.core.classify.Sender;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules as a table. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the rules, sender by sender.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  gateway-analyzer catalog list",
      "  gateway-analyzer catalog list --sender a15t",
      "  gateway-analyzer catalog list --category rate_limited --json | jq -r .id",
      "  gateway-analyzer catalog list --catalog my-rules/ --sender my-gateway"
    })
final class CatalogListCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--sender", paramLabel = "NAME", description = "Only this gateway or provider.")
  private String sender;

  @Option(names = "--category", paramLabel = "CATEGORY", description = "Only this category.")
  private String category;

  @Option(names = "--json", description = "One JSON object per rule.")
  private boolean json;

  @Mixin private CatalogOption catalogOption;

  CatalogListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = catalogOption.load();
    List<Rule> rules =
        catalog.senders().stream()
            .filter(wanted(catalog)::contains)
            .flatMap(one -> one.rules().stream())
            .filter(rule -> category == null || rule.then().category() == wantedCategory())
            .toList();
    if (json) {
      for (Rule rule : rules) {
        console.out().println(json(rule));
      }
    } else {
      console.out().print(table(rules));
      console.out().println(rules.size() + " rules, catalog " + catalog.version());
    }
    return ExitCode.OK.code();
  }

  private List<Sender> wanted(Catalog catalog) {
    if (sender == null) {
      return catalog.senders();
    }
    String name = sender.toLowerCase(Locale.ROOT);
    List<Sender> found =
        catalog.senders().stream()
            .filter(one -> one.id().equals(name) || one.aliases().contains(name))
            .toList();
    if (found.isEmpty()) {
      throw CommandFailed.usage(
          "--sender: unknown "
              + sender
              + "; accepted: "
              + catalog.senders().stream().map(Sender::id).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private ErrorCategory wantedCategory() {
    ErrorCategory wanted = Wire.parse(ErrorCategory.class, category);
    if (wanted == null) {
      throw CommandFailed.usage(
          "--category: unknown "
              + category
              + "; accepted: "
              + Arrays.stream(ErrorCategory.values())
                  .map(ErrorCategory::wire)
                  .collect(Collectors.joining(", ")));
    }
    return wanted;
  }

  private static String table(List<Rule> rules) {
    TextTable table = new TextTable("RULE", "CATEGORY", "RETRY", "WHEN");
    for (Rule rule : rules) {
      table.row(
          rule.id(),
          rule.then().category().wire(),
          rule.then().effectiveRetryable() ? "yes" : "no",
          when(rule));
    }
    return table.render(0);
  }

  /** The condition in one line, as the file has it. */
  static String when(Rule rule) {
    return rule.when().parts().entrySet().stream()
        .map(part -> part.getKey().wire() + " " + String.join(" | ", part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String json(Rule rule) throws IOException {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("id", rule.id());
      out.writeStringField("sender", rule.sender());
      out.writeStringField("kind", rule.kind().wire());
      out.writeStringField("category", rule.then().category().wire());
      out.writeBooleanField("retryable", rule.then().effectiveRetryable());
      out.writeObjectFieldStart("when");
      for (var part : rule.when().parts().entrySet()) {
        out.writeFieldName(part.getKey().wire());
        out.writeArray(part.getValue().toArray(new String[0]), 0, part.getValue().size());
      }
      out.writeEndObject();
      out.writeStringField("file", rule.file());
      out.writeNumberField("line", rule.line());
      out.writeEndObject();
    }
    return text.toString();
  }
}
