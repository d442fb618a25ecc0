package io.gatewayanalyzer.app.run;

import io.gatewayanalyzer.app.observe.Readiness;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Ready while the streams run. While work is dealt out anew they stay ready for a while, so that
 * one instance that comes or goes does not take all others out of service.
 */
public final class StreamsReadiness implements Readiness {
  static final Duration GRACE = Duration.ofMinutes(1);

  private final LongSupplier clock;
  private State state = State.CREATED;
  private boolean ran;
  private long sinceMs;

  /** Not started. */
  public StreamsReadiness(LongSupplier clock) {
    this.clock = clock;
    this.sinceMs = clock.getAsLong();
  }

  /** The streams have come to a state. */
  public synchronized void now(State next) {
    ran |= next == State.RUNNING;
    state = next;
    sinceMs = clock.getAsLong();
  }

  @Override
  public synchronized String missing() {
    boolean excused =
        ran && state == State.REBALANCING && clock.getAsLong() - sinceMs < GRACE.toMillis();
    return state == State.RUNNING || excused
        ? null
        : "streams are " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
