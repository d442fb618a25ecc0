package io.gatewayanalyzer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class StreamsReadinessTest {
  private final AtomicLong clock = new AtomicLong(1_793_534_400_000L);
  private final StreamsReadiness readiness = new StreamsReadiness(clock::get);

  @Test
  void shouldNotBeReadyBeforeItRan() {
    // when
    readiness.now(State.REBALANCING);

    // then
    assertThat(readiness.missing()).isEqualTo("streams are rebalancing");
  }

  @Test
  void shouldBeReadyWhileItRuns() {
    // when
    readiness.now(State.RUNNING);

    // then
    assertThat(readiness.ready()).isTrue();
  }

  @Test
  void shouldStayReadyForAWhileWhenWorkIsDealtOutAnew() {
    // given
    readiness.now(State.RUNNING);
    readiness.now(State.REBALANCING);

    // when
    clock.addAndGet(StreamsReadiness.GRACE.toMillis() - 1);

    // then
    assertThat(readiness.ready()).isTrue();
    clock.incrementAndGet();
    assertThat(readiness.ready()).isFalse();
  }

  @Test
  void shouldNotBeReadyWhenItEnds() {
    // given
    readiness.now(State.RUNNING);

    // when
    readiness.now(State.PENDING_SHUTDOWN);

    // then
    assertThat(readiness.missing()).isEqualTo("streams are pending shutdown");
  }
}
