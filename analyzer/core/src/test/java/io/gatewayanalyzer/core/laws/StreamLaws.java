package io.gatewayanalyzer.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.stream.StreamReader;
import io.gatewayanalyzer.core.stream.StreamReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a stream says does not depend on how it was cut into pieces or on its line ends. */
class StreamLaws {
  private static final List<Transcript> TRANSCRIPTS = Transcript.all();

  private final StreamReader reader = new StreamReader();
  private final StreamReader other = new StreamReader();

  /** Cuts inside UTF-8 characters, inside line ends and inside the byte order mark included. */
  @Example
  void shouldReadTheSameHoweverItIsCutInTwo() {
    for (Transcript transcript : TRANSCRIPTS) {
      for (Transcript variant : lineEnds(transcript)) {
        StreamReading whole = variant.read(reader);
        for (int cut = 0; cut <= variant.bytes().length; cut++) {
          assertThat(variant.read(reader, cut)).as("%s cut at %d", variant, cut).isEqualTo(whole);
        }
      }
    }
  }

  @Example
  void shouldReadTheSameByteByByte() {
    for (Transcript transcript : TRANSCRIPTS) {
      for (Transcript variant : lineEnds(transcript)) {
        int[] everywhere = IntStream.range(0, variant.bytes().length).toArray();
        assertThat(variant.read(reader, everywhere))
            .as(variant.name())
            .isEqualTo(variant.read(reader));
      }
    }
  }

  /** As {@link #shouldReadTheSameHoweverItIsCutInTwo}, the state saved as bytes between the two. */
  @Example
  void shouldReadTheSameWhenSavedAnywhere() {
    for (Transcript transcript : TRANSCRIPTS) {
      for (Transcript variant : lineEnds(transcript)) {
        StreamReading whole = variant.read(reader);
        for (int cut = 0; cut <= variant.bytes().length; cut++) {
          assertThat(variant.readSaved(reader, other, cut))
              .as("%s saved at %d", variant, cut)
              .isEqualTo(whole);
        }
      }
    }
  }

  @Example
  void shouldReadTheSameWhenSavedEverywhere() {
    for (Transcript transcript : TRANSCRIPTS) {
      int[] everywhere = IntStream.range(0, transcript.bytes().length).toArray();
      assertThat(transcript.readSaved(reader, other, everywhere))
          .as(transcript.name())
          .isEqualTo(transcript.read(reader));
    }
  }

  @Property
  void shouldReadDamagedStreamsTheSameWhenSaved(
      @ForAll("transcripts") Transcript transcript,
      @ForAll long damage,
      @ForAll List<Integer> positions) {
    // given
    Transcript damaged = transcript.with(Mutation.damage(transcript.bytes(), damage));
    int length = damaged.bytes().length + 1;
    int[] cuts = positions.stream().mapToInt(at -> Math.floorMod(at, length)).sorted().toArray();
    // when
    StreamReading saved = damaged.readSaved(reader, other, cuts);
    // then
    assertThat(saved).isEqualTo(damaged.read(reader));
  }

  @Property
  void shouldReadTheSameInRandomPieces(
      @ForAll("transcripts") Transcript transcript, @ForAll List<Integer> positions) {
    // given
    int length = transcript.bytes().length + 1;
    int[] cuts = positions.stream().mapToInt(at -> Math.floorMod(at, length)).sorted().toArray();
    // when
    StreamReading pieces = transcript.read(reader, cuts);
    // then
    assertThat(pieces).isEqualTo(transcript.read(reader));
  }

  @Property
  void shouldReadDamagedStreamsTheSameInRandomPieces(
      @ForAll("transcripts") Transcript transcript,
      @ForAll long damage,
      @ForAll List<Integer> positions) {
    shouldReadTheSameInRandomPieces(
        transcript.with(Mutation.damage(transcript.bytes(), damage)), positions);
  }

  @Example
  void shouldReadTheSameWithAnyLineEnd() {
    for (Transcript transcript : TRANSCRIPTS) {
      List<Transcript> variants = lineEnds(transcript);
      StreamReading expected = variants.get(0).read(reader);
      for (Transcript variant : variants) {
        assertThat(variant.read(reader)).as(variant.name()).isEqualTo(expected);
      }
    }
  }

  /** The transcript with LF, CR LF and CR at the end of its lines. */
  private static List<Transcript> lineEnds(Transcript transcript) {
    String text = new String(transcript.bytes(), StandardCharsets.UTF_8);
    String lineFeeds = text.replace("\r\n", "\n").replace('\r', '\n');
    return List.of(
        transcript.with(lineFeeds.getBytes(StandardCharsets.UTF_8)),
        transcript.with(lineFeeds.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
        transcript.with(lineFeeds.replace('\n', '\r').getBytes(StandardCharsets.UTF_8)));
  }

  @Provide
  Arbitrary<Transcript> transcripts() {
    return Arbitraries.of(TRANSCRIPTS);
  }
}
