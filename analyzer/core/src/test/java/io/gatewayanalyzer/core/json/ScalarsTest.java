package io.gatewayanalyzer.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarsTest {
  private static final long YEAR_9990 = 253_086_768_000_000L;

  @Property
  void shouldReadEveryTimeThatIsWrittenByTheStandard(
      @ForAll @LongRange(min = 0, max = YEAR_9990) long time,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    // Given
    Instant instant = Instant.ofEpochMilli(time);
    String zulu = instant.toString();
    String offset =
        instant
            .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60))
            .truncatedTo(ChronoUnit.MILLIS)
            .toString();
    boolean hasSeconds =
        offset.substring(offset.indexOf('T')).length() >= "T00:00:00+00:00".length();

    // When
    long fromZulu = parse(zulu);

    // Then
    assertThat(fromZulu).isEqualTo(time);
    if (hasSeconds && offset.length() > 19) {
      assertThat(parse(offset)).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01 12:00:00, 1793534400000",
    "1793534400, 1793534400000",
    "1793534400.25, 1793534400250",
    "1793534400000, 1793534400000",
    "2026-13-01T12:00:00Z, -1",
    "2026-11-01T25:00:00Z, -1",
    "1969-12-31T23:59:59Z, -1",
    "yesterday, -1",
    "'', -1",
    "-5, -1",
  })
  void shouldReadTimesAsLogsWriteThem(String text, long time) {
    assertThat(parse(text)).isEqualTo(time);
  }

  @Property
  void shouldReadEveryNumberBack(@ForAll long number) {
    byte[] bytes = Long.toString(number).getBytes(UTF_8);
    long read = Numbers.parseLong(bytes, 0, bytes.length, 7);
    assertThat(read).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"12.9, 12", "-3.5, -3", "1e3, 1000", "x, 7", "'', 7", "-, 7", "1.2.3, 7", "NaN, 7"})
  void shouldFallBackWhereThereIsNoNumber(String text, long number) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Numbers.parseLong(bytes, 0, bytes.length, 7)).isEqualTo(number);
  }

  @Property
  void shouldReadPlainDecimalsAsTheJdkDoes(
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long digits,
      @ForAll @IntRange(max = 9) int decimals) {
    String text = BigDecimal.valueOf(digits, decimals).toPlainString();
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Numbers.parseDouble(bytes, 0, bytes.length, -7)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @CsvSource({"0.00213, 0.00213", "5., 5", ".5, 0.5", "., -7", "-1.5, -1.5", "1.2.3, -7"})
  void shouldReadDecimalsOfAnyForm(String text, double number) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Numbers.parseDouble(bytes, 0, bytes.length, -7)).isEqualTo(number);
  }

  @Property
  void shouldFindTheFirstOfTwoBytesLikeAPlainLoopDoes(
      @ForAll byte[] bytes, @ForAll @IntRange(max = 40) int from) {
    int start = Math.min(from, bytes.length);
    int naive = start;
    while (naive < bytes.length && bytes[naive] != '\n' && bytes[naive] != '\r') {
      naive++;
    }
    assertThat(Swar.indexOf(bytes, start, bytes.length, '\n', '\r')).isEqualTo(naive);
  }

  @Property
  void shouldRememberTextsWithoutMixingThemUp(@ForAll String first, @ForAll String second) {
    // Given
    TextCache cache = new TextCache();
    byte[] one = first.getBytes(UTF_8);
    byte[] two = second.getBytes(UTF_8);

    // When
    cache.get(one, 0, one.length);
    String again = cache.get(two, 0, two.length);

    // Then
    assertThat(again).isEqualTo(new String(two, UTF_8));
  }

  private static long parse(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return Timestamps.parse(bytes, 0, bytes.length);
  }
}
