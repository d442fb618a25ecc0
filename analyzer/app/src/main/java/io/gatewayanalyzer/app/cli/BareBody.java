package io.gatewayanalyzer.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a bare response body was an answer to, and the raw record it makes with that. */
final class BareBody {
  @Option(names = "--status", paramLabel = "CODE", description = "Its HTTP status.")
  private Integer status;

  @Option(names = "--gateway", paramLabel = "NAME", description = "Whose log it is from.")
  private String gateway;

  @Option(names = "--provider", paramLabel = "NAME", description = "Who served the model.")
  private String provider;

  @Option(
      names = "--api",
      paramLabel = "API",
      description = "chat_completions, responses, messages, embeddings or other.")
  private String api;

  @Option(
      names = "--header",
      paramLabel = "NAME:VALUE",
      description = "A response header; may be given several times.")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--stream", description = "It is an SSE transcript.")
  private boolean stream;

  /** The record a gateway would have logged around this body; status 200 unless given. */
  byte[] record(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 512);
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
      out.writeStartObject();
      text(out, "gateway", gateway);
      text(out, "provider", provider);
      text(out, "api", api);
      out.writeObjectFieldStart("response");
      out.writeNumberField("status", status == null ? 200 : status);
      out.writeObjectFieldStart("headers");
      for (String header : headers) {
        header(out, header);
      }
      out.writeEndObject();
      out.writeStringField(stream ? "stream" : "body", new String(body, StandardCharsets.UTF_8));
      out.writeEndObject();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void text(JsonGenerator out, String name, String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  private static void header(JsonGenerator out, String header) throws IOException {
    int colon = header.indexOf(':');
    if (colon < 1) {
      throw CommandFailed.usage("--header: not a header; accepted: NAME:VALUE");
    }
    out.writeStringField(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
  }
}
