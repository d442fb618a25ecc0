package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.serde.OperationReader;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.KeyBasis;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the whole line to the operations that the core's scenarios write down. */
class AnalyzeOperationsIT {
  private static final Path SAMPLES = Path.of("../../samples");

  @Test
  void shouldShipTheScenariosAsASample() throws IOException {
    // given
    List<OperationCase> cases = OperationCase.all();

    // when
    String records = OperationSample.of(cases);

    // then
    String list = list(cases);
    Files.writeString(Path.of("target/operations.ndjson"), records);
    Files.writeString(Path.of("target/operations.md"), list);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(30);
    assertThat(Files.readString(SAMPLES.resolve("operations.ndjson")).equals(records))
        .as("samples/operations.ndjson is target/operations.ndjson")
        .isTrue();
    assertThat(Files.readString(SAMPLES.resolve("README.md")).contains(list))
        .as("samples/README.md contains target/operations.md")
        .isTrue();
  }

  @Test
  void shouldFindTheOperationsThatAreWrittenDown(@TempDir Path out) throws IOException {
    // given
    List<OperationCase> cases = OperationCase.all();
    String sample = SAMPLES.resolve("operations.ndjson").toString();

    // when
    Invocation run =
        Invocation.of(
            Clock.systemUTC(), new byte[0], "analyze", "--json", "--out", out.toString(), sample);

    // then
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Operation> all = operations(out);
    Map<String, List<Operation>> byCase =
        all.stream().collect(Collectors.groupingBy(AnalyzeOperationsIT::caseOf));
    assertThat(byCase.keySet())
        .containsExactlyInAnyOrderElementsOf(cases.stream().map(OperationCase::name).toList());
    assertThat(cases)
        .allSatisfy(one -> assertThat(found(one, byCase.get(one.name()))).isEqualTo(one.then()));
    assertThat(all).extracting(Operation::outcome).contains(Outcome.values());
    assertThat(all).extracting(Operation::keyBasis).contains(KeyBasis.values());
    assertThat(counts(run.out(), "operations", outcomes(all).keySet())).isEqualTo(outcomes(all));
    Map<String, Long> failures = failures(cases);
    assertThat(counts(run.out(), "by_category", failures.keySet())).isEqualTo(failures);
    assertThat(Json.number(run.out(), "late"))
        .isEqualTo(cases.stream().mapToInt(OperationCase::late).sum());
    assertThat(Json.number(run.out(), "repeated"))
        .isEqualTo(cases.stream().mapToInt(OperationCase::repeated).sum());
  }

  /** What came out of a case, as far as its file says what must. */
  private static List<Map<String, String>> found(OperationCase one, List<Operation> operations) {
    assertThat(operations)
        .extracting(operation -> operation.keyBasis().wire())
        .containsOnly(one.basis());
    assertThat(operations.stream().mapToInt(Operation::attempts).sum()).isEqualTo(one.joined());
    List<Operation> sorted = new ArrayList<>(operations);
    sorted.sort(Comparator.comparingLong(Operation::startedMs));
    List<Map<String, String>> found = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Map<String, String> fields = fields(sorted.get(i), sorted.get(0).startedMs());
      if (i < one.then().size()) {
        Map<String, String> then = one.then().get(i);
        // An id that is hashed on the way is not the one that the file names.
        fields.computeIfPresent(
            "operation_id",
            (key, id) -> id.startsWith(one.name()) ? tail(id) : then.get("operation_id"));
        fields.keySet().retainAll(then.keySet());
      }
      found.add(fields);
    }
    return found;
  }

  private static Map<String, String> fields(Operation operation, long zeroMs) {
    Map<String, String> fields = new HashMap<>();
    fields.put("operation_id", operation.operationId());
    fields.put("key_basis", operation.keyBasis().wire());
    fields.put("outcome", operation.outcome().wire());
    fields.put("attempts", Integer.toString(operation.attempts()));
    fields.put("retries", Integer.toString(operation.retries()));
    fields.put("fallbacks", Integer.toString(operation.fallbacks()));
    fields.put("blind_retries", Integer.toString(operation.blindRetries()));
    ErrorCategory last = operation.finalCategory();
    fields.put("final_category", last == null ? "null" : last.wire());
    fields.put(
        "categories", operation.categories().stream().map(ErrorCategory::wire).toList().toString());
    fields.put("providers", operation.providers().toString());
    fields.put("models", operation.models().toString());
    fields.put("waits", operation.waits().stream().map(AnalyzeOperationsIT::text).toList() + "");
    fields.put("wasted_tokens", Long.toString(operation.wastedTokens()));
    fields.put("wasted_cost_usd", Double.toString(operation.wastedCostUsd()));
    fields.put("started", time(operation.startedMs() - zeroMs));
    fields.put("ended", time(operation.endedMs() - zeroMs));
    fields.put("duration", time(operation.durationMs()));
    fields.put(
        "request_ids",
        operation.requestIds().stream().map(AnalyzeOperationsIT::tail).toList().toString());
    return fields;
  }

  private static String text(Wait wait) {
    String advised = wait.advisedMs() < 0 ? "nothing" : time(wait.advisedMs());
    return "%d: %s advised, %s waited, %s"
        .formatted(wait.attempt(), advised, time(wait.actualMs()), wait.verdict().wire());
  }

  private static String time(long ms) {
    return ms % 1000 == 0 ? ms / 1000 + "s" : ms + "ms";
  }

  private static String caseOf(Operation operation) {
    return operation.requestIds().get(0).replaceFirst("/.*", "");
  }

  private static String tail(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static Map<String, Long> outcomes(List<Operation> operations) {
    return operations.stream()
        .collect(Collectors.groupingBy(one -> one.outcome().wire(), Collectors.counting()));
  }

  private static Map<String, Long> failures(List<OperationCase> cases) {
    return cases.stream()
        .flatMap(one -> one.attempts().stream())
        .filter(attempt -> attempt.containsKey("fails"))
        .collect(Collectors.groupingBy(attempt -> attempt.get("fails"), Collectors.counting()));
  }

  private static Map<String, Long> counts(String report, String table, Set<String> names) {
    String counts = report.substring(report.indexOf("\"" + table + "\""));
    return names.stream()
        .collect(Collectors.toMap(name -> name, name -> Json.number(counts, name)));
  }

  private static List<Operation> operations(Path out) throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("operations.ndjson"))) {
      operations.add(OperationReader.operation(line.getBytes(StandardCharsets.UTF_8)));
    }
    return operations;
  }

  /** The table of the samples' README: a row for each operation that must come out. */
  private static String list(List<OperationCase> cases) {
    StringBuilder rows = new StringBuilder("| case | joined by | operations | what it shows |\n");
    rows.append("|---|---|---|---|\n");
    for (OperationCase one : cases) {
      String operations =
          one.then().stream().map(AnalyzeOperationsIT::row).collect(Collectors.joining("<br>"));
      operations += one.late() == 0 ? "" : "<br>late attempts: " + one.late();
      operations += one.repeated() == 0 ? "" : "<br>repeated records: " + one.repeated();
      rows.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(one.name(), one.basis(), operations, one.scenario()));
    }
    return rows.toString();
  }

  private static String row(Map<String, String> then) {
    return then.entrySet().stream()
        .filter(field -> !List.of("operation_id", "key_basis").contains(field.getKey()))
        .map(field -> field.getKey() + " " + field.getValue())
        .collect(Collectors.joining("; "));
  }
}
