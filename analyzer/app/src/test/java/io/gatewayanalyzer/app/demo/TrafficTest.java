package io.gatewayanalyzer.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {
  @Test
  void shouldWriteTheSampleThatTheProjectShips() throws IOException {
    // given
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    // when
    TrafficFile.write(written, 1, 6000);

    // then
    assertThat(Path.of("../../samples/gateways.ndjson")).hasBinaryContent(written.toByteArray());
  }

  @Test
  void shouldWriteOfASceneWhatStartsBeforeItsEnd() throws IOException {
    // given
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Traffic traffic = new Traffic(Scene.mixed(), 7, TrafficFile.START_MS, 5);

    // when
    long records = TrafficFile.write(written, Scene.mixed(), 7, 5, 60_000);

    // then
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (int i = 0; i < records; i++) {
      expected.writeBytes(traffic.next().value());
      expected.write('\n');
    }
    assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
    assertThat(records).isGreaterThan(300);
    assertThat(traffic.next().timeMs()).isGreaterThanOrEqualTo(TrafficFile.START_MS + 60_000);
  }

  @Test
  void shouldComeInOrderOfTimeAndStayInOneLine() {
    // given
    Traffic traffic = new Traffic(42, 0, 50);
    List<LogLine> lines = new ArrayList<>();

    // when
    for (int i = 0; i < 2_000; i++) {
      lines.add(traffic.next());
    }

    // then
    assertThat(lines).extracting(LogLine::timeMs).isSorted();
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.value()).doesNotContain('\n').isNotEmpty());
  }

  @Test
  void shouldShowEveryKindOfFailureAtEveryGateway() {
    // given
    Traffic traffic = new Traffic(3, 0, 50);
    StringBuilder all = new StringBuilder();

    // when
    for (int i = 0; i < 6_000; i++) {
      all.append(new String(traffic.next().value(), StandardCharsets.ISO_8859_1)).append('\n');
    }

    // then
    assertThat(all)
        .contains("\"gateway\":\"nagaai\"", "\"gateway\":\"a15t\"")
        .contains("\"gateway\":\"anannas\"", "\"gateway\":\"toprouter\"")
        .contains("\"status\":402", "\"retry-after\":", "\"status\":503", "response.failed")
        .contains("event: error", "data: [DONE]", "upstream_closed", "client_closed")
        .contains("\"x-stainless-retry-count\":\"2\"");
  }

  @Test
  void shouldSayWhatIsLeftOfPrepaidCreditInADemoOnly() {
    // given
    Traffic demo = new Traffic(Scene.demo(0), 3, 0, 50);
    Traffic mixed = new Traffic(3, 0, 50);
    List<String> ofDemo = new ArrayList<>();
    List<String> ofMixed = new ArrayList<>();

    // when
    for (int i = 0; i < 500; i++) {
      ofDemo.add(new String(demo.next().value(), StandardCharsets.ISO_8859_1));
      ofMixed.add(new String(mixed.next().value(), StandardCharsets.ISO_8859_1));
    }

    // then
    assertThat(ofMixed).noneMatch(line -> line.contains("balance_usd"));
    assertThat(ofDemo)
        .filteredOn(line -> line.contains("balance_usd"))
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.contains("\"a15t\"") || line.contains("\"toprouter\""))
        .allMatch(line -> line.contains("\"status\":200"));
  }
}
