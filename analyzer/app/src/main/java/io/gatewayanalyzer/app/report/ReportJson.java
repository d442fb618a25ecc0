package io.gatewayanalyzer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a report as one JSON object. */
public final class ReportJson {
  private ReportJson() {}

  /** The report, indented, without a line break at its end. */
  public static String of(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")));
      write(out, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Report report) throws IOException {
    out.writeStartObject();
    out.writeNumberField("records", report.records());
    out.writeNumberField("attempts", report.attempts());
    out.writeNumberField("healthy", report.healthy());
    out.writeNumberField("errors", report.errors());
    out.writeObjectFieldStart("unknown");
    out.writeNumberField("undecodable_record", report.undecodable());
    out.writeNumberField("unrecognized_error", report.unrecognized());
    out.writeEndObject();
    out.writeNumberField("late", report.late());
    counts(out, "by_category", report.byCategory());
    counts(out, "by_gateway", report.byGateway());
    counts(out, "operations", report.operations());
    out.writeArrayFieldStart("alerts");
    out.writeEndArray();
    out.writeNumberField("elapsed_ms", report.elapsedMs());
    out.writeNumberField("records_per_second", report.recordsPerSecond());
    out.writeEndObject();
  }

  private static void counts(JsonGenerator out, String name, Map<String, Long> counts)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
  }
}
