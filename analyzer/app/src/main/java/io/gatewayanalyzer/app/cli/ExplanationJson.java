package io.gatewayanalyzer.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.core.classify.Explanation;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** An explanation as one JSON object. */
final class ExplanationJson {
  private ExplanationJson() {}

  static String of(Explanation explanation) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      verdict(out, explanation.verdict());
      if (explanation.rule() != null) {
        out.writeStringField("file", explanation.rule().file());
        out.writeNumberField("line", explanation.rule().line());
      }
      texts(out, "sources", explanation.sources());
      texts(out, "matched", explanation.matched());
      texts(out, "facts", explanation.facts());
      runnersUp(out, explanation.runnersUp());
      out.writeEndObject();
    }
    return text.toString();
  }

  private static void verdict(JsonGenerator out, Verdict verdict) throws IOException {
    word(out, "category", verdict.category());
    word(out, "fault_domain", verdict.faultDomain());
    word(out, "phase", verdict.phase());
    out.writeBooleanField("retryable", verdict.retryable());
    word(out, "retry_advice", verdict.retryAdvice());
    if (verdict.advisedWaitMs() >= 0) {
      out.writeNumberField("advised_wait_ms", verdict.advisedWaitMs());
    }
    word(out, "limit_source", verdict.limitSource());
    word(out, "limit_dimension", verdict.limitDimension());
    word(out, "credit_scope", verdict.creditScope());
    out.writeStringField("rule", verdict.rule());
    word(out, "basis", verdict.basis());
    out.writeBooleanField("recognized", verdict.recognized());
    out.writeStringField("fingerprint", verdict.fingerprint());
  }

  private static void runnersUp(JsonGenerator out, List<Explanation.RunnerUp> runnersUp)
      throws IOException {
    out.writeArrayFieldStart("runners_up");
    for (Explanation.RunnerUp one : runnersUp) {
      out.writeStartObject();
      out.writeStringField("rule", one.rule().id());
      word(out, "category", one.rule().then().category());
      out.writeStringField("why", one.why());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void texts(JsonGenerator out, String name, List<String> values)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  private static void word(JsonGenerator out, String name, Wire word) throws IOException {
    if (word != null) {
      out.writeStringField(name, word.wire());
    }
  }
}
