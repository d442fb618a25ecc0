package io.gatewayanalyzer.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.judge.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The unambiguous rows of the file named by the system property {@code corpus} (relative to the
 * repository root; default {@code ../shared/corpus/real.jsonl}), where it is present.
 */
class CorpusTest {
  private static final double BAR = 97;

  private static final List<CorpusRow> ROWS = new ArrayList<>();

  private final Decoder decoder = new Decoder();
  private final Judge judge = new Judge(Catalog.builtIn());

  @BeforeAll
  static void readCorpus() throws IOException {
    String name = System.getProperty("corpus", "../shared/corpus/real.jsonl");
    Path file = repository().resolve(name).normalize();
    assumeTrue(Files.exists(file), "skipped: no corpus at " + file + " (-Dcorpus=FILE)");
    Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(CorpusRow::read)
        .filter(row -> !row.ambiguous())
        .forEach(ROWS::add);
  }

  @Test
  void shouldNameTheCategory() {
    // given
    List<String> misses = new ArrayList<>();
    // when
    for (CorpusRow row : ROWS) {
      Verdict verdict = verdict(row);
      String actual = verdict == null ? CorpusRow.HEALTHY : verdict.category().wire();
      if (!actual.equals(row.category())) {
        misses.add(difference(row, row.category(), actual, verdict));
      }
    }
    // then
    assertBar(misses, ROWS.size());
  }

  @Test
  void shouldTellWhatIsWorthARetry() {
    // given
    List<String> misses = new ArrayList<>();
    // when
    for (CorpusRow row : ROWS) {
      Verdict verdict = verdict(row);
      boolean actual = verdict != null && verdict.retryable();
      if (actual != row.retryable()) {
        misses.add(difference(row, row.retryable(), actual, verdict));
      }
    }
    // then
    assertBar(misses, ROWS.size());
  }

  @Test
  void shouldCallNoHealthyAnswerAnError() {
    // given
    List<CorpusRow> healthy =
        ROWS.stream().filter(row -> row.category().equals(CorpusRow.HEALTHY)).toList();
    // when
    List<String> accused =
        healthy.stream().filter(row -> verdict(row) != null).map(CorpusRow::id).toList();
    // then
    assertThat(accused).isEmpty();
  }

  private Verdict verdict(CorpusRow row) {
    RawRequest request = (RawRequest) decoder.decode(row.record());
    return judge.judge(request, null, 0).attempt().verdict();
  }

  private static String difference(CorpusRow row, Object expected, Object actual, Verdict verdict) {
    String rule = verdict == null ? "no rule" : verdict.rule();
    return row.id() + ": expected " + expected + ", was " + actual + " by " + rule;
  }

  private static void assertBar(List<String> misses, int rows) {
    double percent = 100.0 * (rows - misses.size()) / rows;
    assertThat(percent)
        .as(
            "right in %d of %d rows (%.1f %%); wrong: %s",
            rows - misses.size(), rows, percent, misses)
        .isGreaterThanOrEqualTo(BAR);
  }

  private static Path repository() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory.getParent() != null && !Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
