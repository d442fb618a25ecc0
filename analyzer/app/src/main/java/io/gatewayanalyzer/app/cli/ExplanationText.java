package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.core.classify.Explanation;
import io.gatewayanalyzer.core.classify.Rule;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.event.Wire;
import java.util.List;

/** An explanation for people to read. */
final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  static String of(Explanation explanation) {
    ExplanationText page = new ExplanationText();
    page.verdict(explanation.verdict());
    page.rule(explanation);
    page.list("facts", explanation.facts());
    page.runnersUp(explanation.runnersUp());
    return page.text.toString();
  }

  private void verdict(Verdict verdict) {
    line("category", verdict.category().wire());
    line("fault", verdict.faultDomain().wire());
    line(
        "retry",
        (verdict.retryable() ? "yes, " : "no, ")
            + verdict.retryAdvice().wire()
            + (verdict.advisedWaitMs() < 0 ? "" : " " + verdict.advisedWaitMs() + " ms"));
    line("phase", verdict.phase().wire());
    word("limit of", verdict.limitSource());
    word("limit on", verdict.limitDimension());
    word("credit of", verdict.creditScope());
    line(
        "basis",
        verdict.basis().wire() + (verdict.recognized() ? "" : "; not recognized, payload is kept"));
    line("shape", verdict.fingerprint());
  }

  private void rule(Explanation explanation) {
    Rule rule = explanation.rule();
    if (rule == null) {
      line("rule", explanation.verdict().rule() + " (no rule fired)");
      return;
    }
    line("rule", rule.id() + " (" + rule.file() + ":" + rule.line() + ")");
    list("because", explanation.matched());
    list("source", explanation.sources());
  }

  private void runnersUp(List<Explanation.RunnerUp> runnersUp) {
    list(
        "runners-up",
        runnersUp.stream()
            .map(
                one ->
                    one.rule().id()
                        + " ("
                        + one.rule().then().category().wire()
                        + "): "
                        + one.why())
            .toList());
  }

  private void word(String name, Wire word) {
    if (word != null) {
      line(name, word.wire());
    }
  }

  private void list(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      line(i == 0 ? name : "", values.get(i));
    }
  }

  private void line(String name, String value) {
    text.append(name)
        .append(" ".repeat(Math.max(1, 12 - name.length())))
        .append(value)
        .append('\n');
  }
}
