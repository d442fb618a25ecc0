package io.gatewayanalyzer.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventClockTest {
  private final EventClock clock = new EventClock();

  @Test
  void shouldShowTheSourceThatIsFurthestBehind() {
    // Given
    clock.read("a", 1_000, 0);
    clock.read("b", 1_100, 0);

    // When
    clock.read("a", 9_000, 1);

    // Then
    assertThat(clock.timeMs()).isEqualTo(1_100);
  }

  @Test
  void shouldNotWaitForASourceThatIsSilent() {
    // Given
    clock.read("a", 1_000, 0);
    clock.read("b", 9_000, EventClock.IDLE_MS);

    // When
    clock.read("b", 9_500, EventClock.IDLE_MS + 1);
    long timeMs = clock.withSilence(EventClock.IDLE_MS + 1);

    // Then
    assertThat(timeMs).isEqualTo(9_500);
  }

  @Test
  void shouldWaitForEverySourceBeforeItStartsWhenAsked() {
    // Given
    clock.reset(EventClock.UNKNOWN, 0, true);
    clock.read("a", 9_000, 100);
    clock.read("b", 1_000, 5_000);
    long held = clock.timeMs();

    // When
    long timeMs = clock.withSilence(100 + EventClock.IDLE_MS);

    // Then
    assertThat(held).isEqualTo(EventClock.UNKNOWN);
    assertThat(timeMs).isEqualTo(1_000);
  }

  @Test
  void shouldStartWhenAllFellSilentWhileItStood() {
    // Given
    clock.reset(EventClock.UNKNOWN, 0, true);
    clock.read("a", 9_000, 100);

    // When
    long timeMs = clock.withSilence(101 + EventClock.IDLE_MS);

    // Then
    assertThat(timeMs).isEqualTo(9_000);
  }

  @Test
  void shouldWaitForNobodyWhenAllFellSilentAtOnce() {
    // Given
    clock.read("a", 1_000, 0);
    clock.read("b", 400_000, 0);
    long waiting = clock.withSilence(EventClock.IDLE_MS + 1);

    // When
    long timeMs = clock.withSilence(EventClock.ALL_IDLE_MS + 1);

    // Then
    assertThat(waiting).isEqualTo(1_000 + EventClock.IDLE_MS + 1);
    assertThat(timeMs).isEqualTo(400_000 + EventClock.ALL_IDLE_MS + 1);
  }

  @Test
  void shouldNeverGoBack() {
    // Given
    clock.read("a", 9_000, 0);

    // When
    clock.read("b", 1_000, 0);
    clock.read("a", 8_000, 0);

    // Then
    assertThat(clock.timeMs()).isEqualTo(9_000);
  }

  @Test
  void shouldGoOnWithTheWallWhileNothingMovesIt() {
    // Given
    clock.reset(5_000, 100, false);

    // When
    long timeMs = clock.withSilence(1_600);

    // Then
    assertThat(timeMs).isEqualTo(6_500);
    assertThat(clock.timeMs()).isEqualTo(5_000);
  }

  @Test
  void shouldLetEverySourceShowUpAfterARestart() {
    // Given
    clock.reset(5_000, 0, false);
    clock.read("a", 9_000, 1);
    long held = clock.timeMs();

    // When
    clock.read("b", 6_000, EventClock.IDLE_MS);
    clock.read("a", 9_100, EventClock.IDLE_MS);

    // Then
    assertThat(held).isEqualTo(5_000);
    assertThat(clock.timeMs()).isEqualTo(6_000);
  }
}
