package io.gatewayanalyzer.core.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StateLaws {
  private enum Word {
    ONE,
    TWO
  }

  @Property
  void shouldReadBackWhatWasWritten(
      @ForAll long number,
      @ForAll long count,
      @ForAll double real,
      @ForAll boolean flag,
      @ForAll @IntRange(max = 255) int octet,
      @ForAll Word word,
      @ForAll String text,
      @ForAll byte[] bytes) {
    // given
    String sound = new String(text.getBytes(UTF_8), UTF_8);
    StateWriter out = new StateWriter();

    // when
    out.number(number).count(count).real(real).flag(flag).octet(octet).word(word).word(null);
    out.text(sound).text(null).bytes(bytes).bytes(null).bytes(bytes, bytes.length, bytes.length);

    // then
    StateReader in = new StateReader(out.toBytes());
    assertThat(in.number()).isEqualTo(number);
    assertThat(in.count()).isEqualTo(count);
    assertThat(in.real()).isEqualTo(real);
    assertThat(in.flag()).isEqualTo(flag);
    assertThat(in.octet()).isEqualTo(octet);
    assertThat(in.word(Word.values())).isEqualTo(word);
    assertThat(in.word(Word.values())).isNull();
    assertThat(in.text()).isEqualTo(sound);
    assertThat(in.text()).isNull();
    assertThat(in.bytes()).isEqualTo(bytes);
    assertThat(in.bytes()).isNull();
    assertThat(in.bytes()).isEmpty();
  }
}
