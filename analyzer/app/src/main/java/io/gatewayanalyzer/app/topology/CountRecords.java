package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.DeltasWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Counts on their way to the alerts, many to a record. Records are keyed by gateway: all counts of
 * one are in one partition, so that its alerts meet.
 */
final class CountRecords {
  /** A delta counts as one and one for each sample; a hundred bytes to half a kilobyte each. */
  private static final int MOST = 1_000;

  private final Map<String, Batch> byGateway = new LinkedHashMap<>();
  private final String source;
  private final long clockMs;
  private final BiConsumer<String, byte[]> out;

  /**
   * Records of what one task sends at once.
   *
   * @param source the task
   * @param clockMs how far event time has come in it, epoch milliseconds
   * @param out takes gateways and deltas as bytes
   */
  CountRecords(String source, long clockMs, BiConsumer<String, byte[]> out) {
    this.source = source;
    this.clockMs = clockMs;
    this.out = out;
  }

  void add(Delta delta) {
    String gateway = delta.scope().gateway();
    Batch batch = byGateway.computeIfAbsent(gateway, any -> new Batch());
    batch.deltas.add(delta);
    batch.size += 1 + delta.samples().size();
    if (batch.size >= MOST) {
      send(gateway, batch);
    }
  }

  /**
   * Sends all that was added, and then how far time has come: nobody is to judge by that time
   * before all is there.
   */
  void send() {
    byGateway.forEach(this::send);
    byGateway
        .keySet()
        .forEach(gateway -> out.accept(gateway, DeltasWriter.write(source, clockMs, List.of())));
    byGateway.clear();
  }

  private void send(String gateway, Batch batch) {
    if (!batch.deltas.isEmpty()) {
      out.accept(gateway, DeltasWriter.write(source, clockMs, batch.deltas));
      batch.deltas.clear();
      batch.size = 0;
    }
  }

  private static final class Batch {
    private final List<Delta> deltas = new ArrayList<>();
    private int size;
  }
}
