package io.gatewayanalyzer.core.count;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Samples as bytes. */
public final class SamplesCodec {
  private static final ErrorCategory[] CATEGORIES = ErrorCategory.values();

  private SamplesCodec() {}

  /** Writes them in their order. */
  public static void write(StateWriter out, List<Sample> samples) {
    out.count(samples.size());
    for (Sample sample : samples) {
      out.number(sample.timeMs()).word(sample.category());
      out.text(sample.requestId()).text(sample.traceId()).text(sample.message());
      out.text(sample.rule()).number(sample.advisedWaitMs());
    }
  }

  /** Reads them; their turn must have come. */
  public static List<Sample> read(StateReader in) {
    int size = (int) in.count();
    if (size == 0) {
      return List.of();
    }
    List<Sample> samples = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long timeMs = in.number();
      ErrorCategory category = in.word(CATEGORIES);
      samples.add(
          new Sample(timeMs, category, in.text(), in.text(), in.text(), in.text(), in.number()));
    }
    return List.copyOf(samples);
  }
}
