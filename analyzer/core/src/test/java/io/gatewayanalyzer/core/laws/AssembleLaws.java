package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.assemble.Assembled;
import io.gatewayanalyzer.core.assemble.OpenStream;
import io.gatewayanalyzer.core.assemble.StreamAssembler;
import io.gatewayanalyzer.core.assemble.StreamInput;
import io.gatewayanalyzer.core.classify.Catalog;
import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.decode.StreamChunk;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.judge.Judge;
import io.gatewayanalyzer.core.judge.Judged;
import io.gatewayanalyzer.core.scenarios.ScenarioFiles;
import io.gatewayanalyzer.core.step.Decision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A stream that is logged apart is judged as if it stood in its record, exactly once. */
class AssembleLaws {
  private static final long NOW = 1_793_534_400_000L;
  private static final List<Transcript> TRANSCRIPTS = Transcript.all();

  private final Judge judge = new Judge(Catalog.builtIn());
  private final Decoder decoder = new Decoder();
  private final StreamAssembler assembler = new StreamAssembler(60_000, 600_000);

  @Property
  void shouldJudgeAsIfTheStreamWereInTheRecord(
      @ForAll("transcripts") Transcript transcript, @ForAll long seed) {
    // given
    byte[] record = ScenarioFiles.read(transcript.name()).record();
    Judged expected = judge.judge((RawRequest) decoder.decode(record), null, NOW);
    // when
    List<Assembled> assembled = assemble(inputs(transcript, record, new Random(seed)));
    // then
    assertThat(assembled).hasSize(1);
    Assembled only = assembled.get(0);
    assertThat(judge.judge(only.decode(decoder), only.stream(), null, NOW)).isEqualTo(expected);
  }

  /** The chunks in their order, some twice, the record anywhere among them. */
  private static List<StreamInput> inputs(Transcript transcript, byte[] record, Random random) {
    List<StreamInput> inputs = new ArrayList<>();
    byte[] bytes = transcript.bytes();
    int from = 0;
    for (long seq = random.nextInt(2); from < bytes.length || inputs.isEmpty(); seq++) {
      int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(200)));
      Slice piece = new Slice(Arrays.copyOfRange(bytes, from, to), 0, to - from);
      StreamChunk chunk = new StreamChunk("r", seq, NOW, piece, null);
      inputs.addAll(
          Collections.nCopies(
              random.nextInt(4) == 0 ? 2 : 1, new StreamInput.Chunk("r", chunk, null, NOW)));
      from = to;
    }
    String apart =
        new String(record, StandardCharsets.ISO_8859_1)
            .replaceFirst("\"stream\"\\s*:", "\"stream_logged\":true,\"unread\":");
    inputs.add(
        random.nextInt(inputs.size() + 1),
        new StreamInput.Request("r", apart.getBytes(StandardCharsets.ISO_8859_1), null, NOW, NOW));
    return inputs;
  }

  private List<Assembled> assemble(List<StreamInput> inputs) {
    List<Assembled> outputs = new ArrayList<>();
    OpenStream state = null;
    long dueMs = -1;
    for (StreamInput input : inputs) {
      Decision<OpenStream, Assembled> decision = assembler.on(state, input, NOW);
      outputs.addAll(decision.outputs());
      state = OpenStream.decode(decision.state().encode());
      dueMs = decision.dueMs();
    }
    while (state != null) {
      Decision<OpenStream, Assembled> decision = assembler.due(state, dueMs);
      outputs.addAll(decision.outputs());
      state = decision.state();
      dueMs = decision.dueMs();
    }
    return outputs;
  }

  @Provide
  Arbitrary<Transcript> transcripts() {
    return Arbitraries.of(TRANSCRIPTS);
  }
}
