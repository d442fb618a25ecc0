package io.gatewayanalyzer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String JSON =
      """
          {
            "records" : 5,
            "attempts" : 4,
            "healthy" : 1,
            "errors" : 3,
            "unknown" : {
              "undecodable_record" : 1,
              "unrecognized_error" : 1
            },
            "late" : 1,
            "repeated" : 2,
            "streams" : {
              "without_request" : 1,
              "with_gaps" : 1,
              "missing_chunks" : 7,
              "cut_frames" : 0,
              "repeated_chunks" : 3
            },
            "by_category" : {
              "insufficient_credits" : 2,
              "stream_interrupted" : 1
            },
            "by_gateway" : {
              "anannas" : 3,
              "unknown" : 1
            },
            "operations" : {
              "recovered" : 1,
              "not_retryable" : 1
            },
            "attempts_per_operation" : 1.5,
            "worst_clients" : [ {
              "client" : "batch/1",
              "operations" : 1,
              "attempts" : 2,
              "blind_retries" : 0,
              "early_retries" : 1
            } ],
            "alerts" : [ ],
            "muted" : [ ],
            "late_counts" : 0,
            "nearest" : [ ],
            "elapsed_ms" : 2000,
            "records_per_second" : 2.5
          }""";

  @Test
  void shouldWriteEveryFieldOfTheJsonReport() {
    // given
    Report report = Report.of(tally(), 5, 2000);

    // when
    String json = ReportJson.of(report);

    // then
    assertThat(json).isEqualTo(JSON);
  }

  @Test
  void shouldWriteATableForPeople() {
    // given
    Tally tally = tally();

    // when
    String text = ReportText.of(Report.of(tally, 5, 2000), tally, false, false);

    // then
    assertThat(text)
        .isEqualTo(
            """
            5 records in 2.0 s (2.5 a second)

              ATTEMPTS  HEALTHY  ERRORS  ERROR RATE  UNDECODABLE RECORDS  UNRECOGNIZED ERRORS
                     4        1       3      75.0 %                    1                    1

              CATEGORY              ERRORS   SHARE
              insufficient_credits       2  66.7 %
              stream_interrupted         1  33.3 %

              GATEWAY  ATTEMPTS  ERRORS  ERROR RATE  BROKEN STREAMS  402 IN DISGUISE  MOST FREQUENT
              anannas         3       2      66.7 %           0.0 %                1  insufficient_credits
              unknown         1       1     100.0 %         100.0 %                0  stream_interrupted

                          COUNT  SUCCEEDED  SUCCESS RATE  ATTEMPTS EACH
              attempts        4          1        25.0 %
              operations      2          1        50.0 %           1.50

              OUTCOME        OPERATIONS   SHARE
              recovered               1  50.0 %
              not_retryable           1  50.0 %

              CLIENT   OPERATIONS  ATTEMPTS EACH  BLIND RETRIES  EARLY RETRIES
              batch/1           1           2.00              0              1
              (blind: had just been told that it is pointless; early: came before the advised wait was over)

              No alert fired.

              1 attempt came after the operation was closed, so in none (late)
              2 attempts came again, counted once in the operation (repeated)
              1 stream came without a request record, judged alone
              1 stream came with gaps, judged by what was seen: 7 chunks missing
              3 chunks came again, read once
            """);
  }

  @Test
  void shouldReadWellForOneRecord() {
    // given
    Tally tally = new Tally();
    attempt(tally, "{\"http_status\":200}");

    // when
    String text = ReportText.of(Report.of(tally, 1, 1500), tally, false, false);

    // then
    assertThat(text).startsWith("1 record in 1.5 s (0.7 a second)\n");
  }

  private static Tally tally() {
    Tally tally = new Tally();
    attempt(
        tally,
        "{\"gateway\":\"anannas\",\"http_status\":200,\"streamed\":true,"
            + "\"stream_missing_chunks\":7,\"stream_repeated_chunks\":3}");
    attempt(
        tally,
        "{\"gateway\":\"anannas\",\"http_status\":402,\"category\":\"insufficient_credits\"}");
    attempt(
        tally,
        "{\"gateway\":\"anannas\",\"http_status\":429,\"category\":\"insufficient_credits\"}");
    attempt(
        tally,
        "{\"http_status\":200,\"streamed\":true,\"phase\":\"truncated\","
            + "\"category\":\"stream_interrupted\"}");
    tally.undecodable();
    tally.unrecognized();
    operation(
        tally,
        "\"outcome\":\"recovered\",\"attempts\":2,\"client\":\"batch/1\",\"waits\":"
            + "[{\"attempt\":1,\"advised_ms\":900,\"actual_ms\":3,\"verdict\":\"early\"}]");
    operation(tally, "\"outcome\":\"not_retryable\",\"attempts\":1");
    tally.unjoined(1, 2, 1);
    return tally;
  }

  private static void attempt(Tally tally, String json) {
    tally.attempt(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void operation(Tally tally, String fields) {
    String json =
        "{\"started\":\"2026-11-01T12:00:00.000Z\",\"ended\":\"2026-11-01T12:00:01.000Z\","
            + "\"fallbacks\":0,\"blind_retries\":0,\"wasted_tokens\":0,\"wasted_cost_usd\":0,"
            + fields
            + "}";
    tally.operation(json.getBytes(StandardCharsets.UTF_8));
  }
}
