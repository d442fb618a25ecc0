package io.gatewayanalyzer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void shouldWriteEveryFieldOfTheJsonReport() {
    // given
    Report report = Report.of(tally(), 5, 2000);

    // when
    String json = ReportJson.of(report);

    // then
    assertThat(json)
        .isEqualTo(
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
              "late" : 0,
              "by_category" : {
                "insufficient_credits" : 2,
                "stream_interrupted" : 1
              },
              "by_gateway" : {
                "anannas" : 3,
                "unknown" : 1
              },
              "operations" : { },
              "alerts" : [ ],
              "elapsed_ms" : 2000,
              "records_per_second" : 2
            }""");
  }

  @Test
  void shouldWriteATableForPeople() {
    // given
    Tally tally = tally();

    // when
    String text = ReportText.of(Report.of(tally, 5, 2000), tally.gateways());

    // then
    assertThat(text)
        .isEqualTo(
            """
            5 records in 2.0 s (2 a second)

              ATTEMPTS  HEALTHY  ERRORS    RATE  UNDECODABLE RECORDS  UNRECOGNIZED ERRORS
                     4        1       3  75.0 %                    1                    1

              CATEGORY              ERRORS   SHARE
              insufficient_credits       2  66.7 %
              stream_interrupted         1  33.3 %

              GATEWAY  ATTEMPTS  ERRORS     RATE  BROKEN STREAMS  402 IN DISGUISE  MOST FREQUENT
              anannas         3       2   66.7 %           0.0 %                1  insufficient_credits
              unknown         1       1  100.0 %         100.0 %                0  stream_interrupted
            """);
  }

  private static Tally tally() {
    Tally tally = new Tally();
    attempt(tally, "{\"gateway\":\"anannas\",\"http_status\":200,\"streamed\":true}");
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
    return tally;
  }

  private static void attempt(Tally tally, String json) {
    tally.attempt(json.getBytes(StandardCharsets.UTF_8));
  }
}
