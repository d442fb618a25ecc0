package io.gatewayanalyzer.app.topology;

import io.gatewayanalyzer.core.count.Delta;
import io.gatewayanalyzer.core.count.DeltaCodec;
import io.gatewayanalyzer.core.count.Scope;
import io.gatewayanalyzer.core.count.ScopeCodec;
import io.gatewayanalyzer.core.pack.StateWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Counts on their way to the alerts, packed. The topic is ours alone. All counts of a gateway are
 * in one partition, so that its alerts meet.
 */
final class CountRecords {
  static final Serializer<Scope> KEY = (topic, scope) -> key(scope);
  static final Serializer<Delta> VALUE = (topic, delta) -> DeltaCodec.write(delta);
  static final StreamPartitioner<Scope, Delta> BY_GATEWAY =
      (topic, scope, delta, partitions) -> Optional.of(Set.of(partition(scope, partitions)));

  private CountRecords() {}

  private static byte[] key(Scope scope) {
    StateWriter out = new StateWriter();
    ScopeCodec.write(out, scope);
    return out.toBytes();
  }

  private static int partition(Scope scope, int partitions) {
    byte[] gateway = scope.gateway().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(gateway)) % partitions;
  }
}
