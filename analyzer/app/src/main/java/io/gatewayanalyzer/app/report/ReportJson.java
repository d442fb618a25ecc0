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
    out.writeNumberField("repeated", report.repeated());
    streams(out, report.streams());
    counts(out, "by_category", report.byCategory());
    counts(out, "by_gateway", report.byGateway());
    counts(out, "operations", report.operations());
    out.writeNumberField("attempts_per_operation", round(report.amplification(), 1_000));
    clients(out, report);
    AlertsPart.write(out, report.alerts(), report.latestMs());
    out.writeNumberField("elapsed_ms", report.elapsedMs());
    out.writeNumberField("records_per_second", round(report.recordsPerSecond(), 10));
    out.writeEndObject();
  }

  private static void streams(JsonGenerator out, StreamTally streams) throws IOException {
    out.writeObjectFieldStart("streams");
    out.writeNumberField("without_request", streams.alone());
    out.writeNumberField("with_gaps", streams.gapped());
    out.writeNumberField("missing_chunks", streams.missingChunks());
    out.writeNumberField("cut_frames", streams.cutFrames());
    out.writeNumberField("repeated_chunks", streams.repeatedChunks());
    out.writeEndObject();
  }

  private static void clients(JsonGenerator out, Report report) throws IOException {
    out.writeArrayFieldStart("worst_clients");
    for (OperationTally.ClientTally client : report.worstClients()) {
      out.writeStartObject();
      out.writeStringField("client", client.client());
      out.writeNumberField("operations", client.operations());
      out.writeNumberField("attempts", client.attempts());
      out.writeNumberField("blind_retries", client.blindRetries());
      out.writeNumberField("early_retries", client.earlyRetries());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** To so many parts of one. */
  private static double round(double number, int parts) {
    return (double) Math.round(number * parts) / parts;
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
