package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.app.demo.TrafficFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandIT {
  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void shouldConserveEveryRecordOfTheSample(@TempDir Path out) throws IOException {
    // given
    String sample = Path.of("../../samples/gateways.ndjson").toString();

    // when
    Invocation run =
        Invocation.of(CLOCK, new byte[0], "analyze", "--json", "--out", out.toString(), sample);

    // then
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    long attempts = Json.number(run.out(), "attempts");
    long undecodable = Json.number(run.out(), "undecodable_record");
    assertThat(Json.number(run.out(), "records")).isEqualTo(6000);
    assertThat(attempts + undecodable).isEqualTo(6000);
    assertThat(Json.number(run.out(), "healthy") + Json.number(run.out(), "errors"))
        .isEqualTo(attempts);
    assertThat(lines(out, "attempts")).hasSize((int) attempts);
    assertThat(lines(out, "errors")).hasSize((int) Json.number(run.out(), "errors"));
    assertThat(lines(out, "unknown"))
        .hasSize((int) (undecodable + Json.number(run.out(), "unrecognized_error")));
    assertThat(joined(out) + Json.number(run.out(), "late")).isEqualTo(attempts);
    assertThat(run.out()).contains("\"nagaai\"", "\"a15t\"", "\"anannas\"", "\"toprouter\"");
  }

  @Test
  void shouldPassAnAuditUntilAResultIsTakenAway(@TempDir Path out) throws IOException {
    // given
    String sample = Path.of("../../samples/gateways.ndjson").toString();
    Invocation.of(CLOCK, new byte[0], "analyze", "--out", out.toString(), sample);
    Invocation whole = Invocation.of("", "audit", "--json", "--dir", out.toString(), sample);
    List<String> attempts = lines(out, "attempts");
    Files.write(out.resolve("attempts.ndjson"), attempts.subList(2, attempts.size()));

    // when
    Invocation damaged = Invocation.of("", "audit", "--json", "--dir", out.toString(), sample);

    // then
    assertThat(whole.exitCode()).isZero();
    assertThat(whole.out()).startsWith("{\"complete\":true,\"records\":6000,");
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.out()).contains("\"missing\":2,");
  }

  @Test
  void shouldTakeSeveralInputsAndKeepBadLines(@TempDir Path directory) throws IOException {
    // given
    ByteArrayOutputStream traffic = new ByteArrayOutputStream();
    TrafficFile.write(traffic, 7, 50);
    Path packed = directory.resolve("a.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(traffic.toByteArray());
    }
    Files.write(directory.resolve("b.ndjson"), new byte[] {'x', '\n', '\n', (byte) 0xff, '\n'});
    Path out = directory.resolve("out");

    // when
    Invocation run =
        Invocation.of(
            CLOCK,
            "{\"response\":{\"status\":429}}".getBytes(StandardCharsets.UTF_8),
            "analyze",
            "--json",
            "--out",
            out.toString(),
            directory.toString(),
            "-");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(Json.number(run.out(), "records")).isEqualTo(53);
    assertThat(lines(out, "unknown"))
        .anySatisfy(line -> assertThat(line).contains("\"payload_base64\":\"eA==\""))
        .anySatisfy(line -> assertThat(line).contains("\"payload_base64\":\"/w==\""));
  }

  @Test
  void shouldJoinStreamsThatAreLoggedApart(@TempDir Path directory) throws IOException {
    // given
    Path file = directory.resolve("a.ndjson");
    Files.writeString(
        file,
        """
        {"request_id":"failed","seq":0,"data":"data: {\\"choices\\":[]}\\n\\ndata: {\\"error\\":{\\"co"}
        {"request_id":"silent","response":{"status":200,"stream_logged":true}}
        {"request_id":"silent","seq":0,"data":"data: {\\"choices\\":[]}\\n\\n"}
        {"request_id":"failed","seq":1,"data":"de\\":429}}\\n\\n"}
        {"request_id":"failed","response":{"status":200,"stream_logged":true}}
        {"request_id":"alone","seq":0,"data":"data: [DONE]\\n\\n"}
        {"request_id":"whole","response":{"status":200,"body":"{}"}}
        {"request_id":"gap","response":{"status":200,"stream_logged":true}}
        {"request_id":"gap","seq":0,"data":"data: {\\"choices\\":[]}\\n\\n"}
        {"request_id":"gap","seq":0,"data":"data: {\\"choices\\":[]}\\n\\n"}
        {"request_id":"gap","seq":3,"data":"data: [DONE]\\n\\n"}
        {"request_id":"never","response":{"status":200,"stream_logged":true}}
        """);
    Path out = directory.resolve("out");

    // when
    Invocation run =
        Invocation.of(
            CLOCK, new byte[0], "analyze", "--json", "--out", out.toString(), file.toString());

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(Json.number(run.out(), "records")).isEqualTo(5);
    assertThat(Json.number(run.out(), "without_request")).isEqualTo(1);
    assertThat(Json.number(run.out(), "with_gaps")).isEqualTo(1);
    assertThat(Json.number(run.out(), "missing_chunks")).isEqualTo(2);
    assertThat(Json.number(run.out(), "repeated_chunks")).isEqualTo(1);
    assertThat(lines(out, "attempts"))
        .hasSize(6)
        .anyMatch(line -> isOf(line, "gap") && line.contains("\"stream_missing_chunks\":2"))
        .anyMatch(line -> isOf(line, "failed") && line.contains("\"failed_in_band\""))
        .anyMatch(line -> isOf(line, "silent") && line.contains("\"truncated\""))
        .anyMatch(line -> isOf(line, "alone") && line.contains("\"completed\""))
        .anyMatch(line -> isOf(line, "whole"))
        .anyMatch(line -> isOf(line, "never") && !line.contains("stream_verdict"));
    assertThat(lines(out, "errors")).hasSize(2);
  }

  private static boolean isOf(String line, String requestId) {
    return line.contains("\"request_id\":\"" + requestId + "\"");
  }

  @Test
  void shouldReportZerosForAnEmptyFile(@TempDir Path directory) throws IOException {
    // given
    Path empty = Files.createFile(directory.resolve("empty.ndjson"));

    // when
    Invocation run = Invocation.of(CLOCK, new byte[0], "analyze", "--json", empty.toString());

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(Json.number(run.out(), "records")).isZero();
    assertThat(run.errLines()).containsExactly("note: the input holds no records");
  }

  @Test
  void shouldReportWhatABrokenFileHeldAndFail(@TempDir Path directory) throws IOException {
    // given
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed, true)) {
      gzip.write("{\"response\":{\"status\":429}}\n".getBytes(StandardCharsets.UTF_8));
      gzip.flush();
      gzip.write(new byte[100_000]);
    }
    Path cut = directory.resolve("cut.gz");
    Files.write(cut, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 20));

    // when
    Invocation run = Invocation.of(CLOCK, new byte[0], "analyze", "--json", cut.toString());

    // then
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Json.number(run.out(), "records")).isGreaterThanOrEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("cut.gz");
  }

  private static long joined(Path out) throws IOException {
    return lines(out, "operations").stream().mapToLong(op -> Json.number(op, "attempts")).sum();
  }

  private static List<String> lines(Path directory, String topic) throws IOException {
    return Files.readAllLines(directory.resolve(topic + ".ndjson"));
  }
}
