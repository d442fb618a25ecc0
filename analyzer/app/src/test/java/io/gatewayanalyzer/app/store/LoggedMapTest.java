package io.gatewayanalyzer.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class LoggedMapTest {
  private final LoggedMap map = new LoggedMap();
  private final List<String> log = new ArrayList<>();

  @Test
  void shouldLogManyChangesInOneRecord() {
    // Given
    put("a", "1");
    put("b", "2");
    put("a", "3");

    // When
    map.flush(this::write);

    // Then
    assertThat(log).containsExactly("0: a=3 b=2");
  }

  @Test
  void shouldLogNothingOfWhatCameAndWent() {
    // Given
    put("a", "1");
    put("a", null);

    // When
    map.flush(this::write);

    // Then
    assertThat(log).isEmpty();
    assertThat(map.size()).isZero();
  }

  @Test
  void shouldLogThatAKeyIsGoneOnlyWhenTheLogKnowsIt() {
    // Given
    put("a", "1");
    map.flush(this::write);
    put("a", null);
    put("b", null);

    // When
    map.flush(this::write);

    // Then
    assertThat(log).containsExactly("0: a=1", "1: a gone");
  }

  @Test
  void shouldLogAKeyThatCameBackOnce() {
    // Given
    put("a", "1");
    map.flush(this::write);
    put("a", null);
    put("a", "2");

    // When
    map.flush(this::write);

    // Then
    assertThat(log).containsExactly("0: a=1", "1: a=2");
  }

  @Test
  void shouldWriteWhatLivesAgainBeforeItDeletesASegment() {
    // Given
    String large = "x".repeat((int) LoggedMap.SLACK_BYTES);
    put("a", "1");
    put("b", large);
    map.flush(this::write);
    put("b", "2");
    log.clear();

    // When
    map.flush(this::write);

    // Then
    assertThat(log).containsExactly("2: b=2 a=1", "0 deleted", "1 deleted");
  }

  @Test
  void shouldRefuseWhatIsNoSegment() {
    assertThatThrownBy(() -> map.restore(0, new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalStateException.class);
  }

  private void put(String key, String value) {
    map.put(
        Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  private void write(long number, byte[] segment) {
    if (segment == null) {
      log.add(number + " deleted");
      return;
    }
    StringBuilder line = new StringBuilder().append(number).append(':');
    SegmentReader reader = new SegmentReader(segment);
    while (reader.next()) {
      line.append(' ').append(new String(reader.key(), StandardCharsets.UTF_8));
      line.append(
          reader.value() == null
              ? " gone"
              : "=" + new String(reader.value(), StandardCharsets.UTF_8));
    }
    log.add(line.toString());
  }
}
