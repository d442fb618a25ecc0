package io.gatewayanalyzer.core.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.event.ChunkLoss;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.RawRef;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.step.Decision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamAssemblerTest {
  private static final long IDLE = 60_000;
  private static final long WAIT = 600_000;
  private static final long START = 1_793_534_400_000L;
  private static final String CHUNK = "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}]}\n\n";
  private static final String STOP = "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final String ERROR = "data: {\"error\":{\"message\":\"m\",\"code\":\"c\"}}\n\n";
  private static final String RECORD =
      "{\"request_id\":\"r\",\"response\":{\"status\":200,\"stream_logged\":true}}";

  private final StreamAssembler assembler = new StreamAssembler(IDLE, WAIT);
  private final List<Assembled> outputs = new ArrayList<>();
  private OpenStream state;
  private long dueMs;
  private long now = START;

  @Test
  void shouldTellTheErrorAsSoonAsItsFrameArrives() {
    // Given
    request(RECORD);
    chunk(0, CHUNK);

    // When
    chunk(1, ERROR);

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
    assertThat(outputs.get(0).stream().error().code()).isEqualTo("c");
    assertThat(new String(outputs.get(0).failure(), StandardCharsets.UTF_8))
        .isEqualTo("{\"error\":{\"message\":\"m\",\"code\":\"c\"}}");
  }

  @Test
  void shouldTellTheEndAsSoonAsTheRecordArrives() {
    // Given
    chunk(0, CHUNK);
    chunk(1, STOP + DONE);
    assertThat(outputs).isEmpty();

    // When
    request(RECORD);

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.COMPLETED);
    assertThat(outputs.get(0).request().ref()).isEqualTo(new RawRef("raw", 1, 2));
  }

  @Test
  void shouldReadFramesCutAnywhere() {
    // Given
    request(RECORD);
    String all = CHUNK + ERROR;

    // When
    for (int i = 0; i < all.length(); i++) {
      chunk(i, all.substring(i, i + 1));
    }

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream().error().code()).isEqualTo("c");
    assertThat(outputs.get(0).stream().framesBeforeError()).isEqualTo(1);
  }

  @Test
  void shouldNotLetDoneOpenTheStreamAgain() {
    // Given
    request(RECORD);
    chunk(0, ERROR);

    // When
    chunk(1, DONE);
    sleep();

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(state).isNull();
    assertThat(dueMs).isEqualTo(-1);
  }

  @Test
  void shouldNotReadAChunkTwice() {
    // Given
    request(RECORD);

    // When
    chunk(1, CHUNK);
    chunk(1, CHUNK);
    chunk(2, CHUNK);
    chunk(1, CHUNK);
    chunk(3, ERROR);

    // Then
    assertThat(outputs.get(0).stream().framesBeforeError()).isEqualTo(2);
    assertThat(outputs.get(0).notes().repeated()).isEqualTo(2);
    assertThat(outputs.get(0).notes().missing()).isZero();
  }

  @Test
  void shouldCountWhatIsMissingAndGoOnBehindTheGap() {
    // Given
    request(RECORD);
    chunk(1, "data: {\"choices\":[{\"delta\":{\"con");

    // When
    chunk(4, "\":\"hi\"}}]}\n\n" + ERROR);

    // Then
    assertThat(outputs.get(0).stream().error().code()).isEqualTo("c");
    assertThat(outputs.get(0).notes().missing()).isEqualTo(2);
    assertThat(outputs.get(0).notes().loss()).isEqualTo(new ChunkLoss(2, 0, 0));
  }

  @Test
  void shouldCountWhatIsMissingBeforeTheFirst() {
    // Given
    request(RECORD);

    // When
    chunk(3, ERROR);

    // Then
    assertThat(outputs.get(0).notes().missing()).isEqualTo(2);
  }

  @Test
  void shouldReadChunksWithoutNumbersAsTheyCome() {
    // Given
    request(RECORD);

    // When
    chunk(-1, CHUNK);
    chunk(-1, CHUNK);
    chunk(-1, ERROR);

    // Then
    assertThat(outputs.get(0).stream().framesBeforeError()).isEqualTo(2);
  }

  @Test
  void shouldCloseASilentStreamAsTruncated() {
    // Given
    request(RECORD);
    chunk(0, CHUNK);
    assertThat(dueMs).isEqualTo(now + IDLE);

    // When
    sleep();

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.TRUNCATED);
    assertThat(outputs.get(0).notes().silent()).isTrue();
  }

  @Test
  void shouldWaitForTheNextChunkAsLongAgain() {
    // Given
    request(RECORD);
    chunk(0, CHUNK);
    now += IDLE - 1;

    // When
    chunk(1, CHUNK);

    // Then
    assertThat(dueMs).isEqualTo(now + IDLE);
  }

  @ParameterizedTest
  @EnumSource(Ended.class)
  void shouldEndWhereTheChunkSaysSo(Ended ended) {
    // Given
    request(RECORD);

    // When
    take(chunk(new StreamChunk("r", 0, now, Slice.of(CHUNK), ended)));

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream().verdict())
        .isEqualTo(
            ended == Ended.CLIENT_CLOSED ? StreamVerdict.CLIENT_CLOSED : StreamVerdict.TRUNCATED);
  }

  @Test
  void shouldTakeTheRecordsWordWhereTheStreamHasNone() {
    // Given
    request(RECORD.replace("\"stream_logged\"", "\"ended\":\"client_closed\",\"stream_logged\""));
    chunk(0, CHUNK);

    // When
    sleep();

    // Then
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.CLIENT_CLOSED);
  }

  @Test
  void shouldLeaveARequestWithoutAnyChunkToItsRecord() {
    // Given
    request(RECORD);

    // When
    sleep();

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream()).isNull();
  }

  @Test
  void shouldNotWaitForTheStreamOfARefusedRequest() {
    // When
    request(
        "{\"request_id\":\"r\",\"response\":{\"status\":429,\"body\":\"no\",\"stream_logged\":true}}");

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).stream()).isNull();
  }

  @Test
  void shouldTellAStreamAloneWhenItsRecordNeverComes() {
    // Given
    chunk(0, ERROR);
    assertThat(dueMs).isEqualTo(now + WAIT);

    // When
    sleep();

    // Then
    assertThat(outputs).hasSize(1);
    assertThat(outputs.get(0).request()).isNull();
    assertThat(outputs.get(0).requestId()).isEqualTo("r");
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.FAILED_IN_BAND);
  }

  @Test
  void shouldJudgeARecordThatCameTwiceTwice() {
    // Given
    request(RECORD);
    request(RECORD);
    chunk(0, ERROR);

    // When
    request(RECORD);

    // Then
    assertThat(outputs).hasSize(3);
    assertThat(outputs).extracting(output -> output.stream().error().code()).containsOnly("c");
  }

  @Test
  void shouldStaySmallHoweverLongTheStreamIs() {
    // Given
    request(RECORD);
    int before = state.encode().length;

    // When
    for (int i = 0; i < 1000; i++) {
      chunk(i, CHUNK);
    }

    // Then
    assertThat(state.encode().length - before).isLessThan(64);
  }

  @Test
  void shouldBoundAFrameThatDoesNotEnd() {
    // Given
    request(RECORD);
    chunk(0, "data: {\"type\":\"response.completed\",\"x\":\"");

    // When
    for (int i = 1; i < 100; i++) {
      chunk(i, "x".repeat(10_000));
    }
    int bytes = state.encode().length;
    chunk(100, "\"}\n\n");

    // Then
    assertThat(bytes).isLessThan(257 * 1024);
    assertThat(outputs.get(0).stream().verdict()).isEqualTo(StreamVerdict.COMPLETED);
    assertThat(outputs.get(0).notes().cutFrames()).isEqualTo(1);
  }

  private void request(String record) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    take(new StreamInput.Request("r", bytes, new RawRef("raw", 1, 2), now, now));
  }

  private void chunk(long seq, String data) {
    now += 10;
    take(chunk(new StreamChunk("r", seq, now, Slice.of(data), null)));
  }

  private StreamInput chunk(StreamChunk chunk) {
    return new StreamInput.Chunk("r", chunk, null, now);
  }

  private void take(StreamInput input) {
    keep(assembler.on(state, input, now));
  }

  /** Nothing happens until the assembler asked to be woken. */
  private void sleep() {
    now = dueMs;
    keep(assembler.due(state, now));
  }

  private void keep(Decision<OpenStream, Assembled> decision) {
    OpenStream next = decision.state();
    state = next == null ? null : OpenStream.decode(next.encode());
    dueMs = decision.dueMs();
    outputs.addAll(decision.outputs());
  }
}
