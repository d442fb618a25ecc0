package io.gatewayanalyzer.app.audit;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.report.AttemptScan;
import io.gatewayanalyzer.app.topology.StreamInputs;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topics;
import io.gatewayanalyzer.core.event.RawRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Compares the raw topic with what refers to it. What the analyzer has committed as read must be
 * answered; what lies behind is pending. Results whose raw record has expired are left aside.
 */
public final class Audit {
  private static final int NAMED = 10;

  private final AnalyzerConfig config;
  private final Topics topics;
  private final Admin admin;
  private final TopicScan scan;
  private final Map<Integer, PartitionLedger> ledgers = new TreeMap<>();
  private final AttemptScan attemptScan = new AttemptScan();
  private long attempts;
  private long undecodable;
  private long deadLetters;

  /** An audit through a client that the caller closes. */
  public Audit(AnalyzerConfig config, Admin admin) {
    this.config = config;
    this.topics = Topics.of(config);
    this.admin = admin;
    this.scan = new TopicScan(admin, StreamsProperties.consumer(config));
  }

  /** Reads the topics and compares. */
  public AuditReport run() throws ExecutionException, InterruptedException {
    String raw = topics.rawRequests().name();
    // First, so that everything committed by now is also visible in what is read after it.
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(config.applicationId())
            .partitionsToOffsetAndMetadata()
            .get();
    scan.offsets(scan.partitions(raw), OffsetSpec.earliest())
        .forEach((at, begin) -> ledgers.put(at.partition(), new PartitionLedger(begin)));
    scan.read(raw, record -> ledgers.get(record.partition()).record(record.offset()));
    long waitMs = config.streams().idleTimeout().plus(config.streams().requestTimeout()).toMillis();
    long sinceMs = System.currentTimeMillis() - waitMs;
    scan.read(topics.streamInputs().name(), record -> held(record, sinceMs));
    scan.read(topics.attempts().name(), this::attempt);
    scan.read(topics.unknown().name(), this::unknown);
    scan.read(topics.deadLetters().name(), record -> deadLetters++);
    return report(raw, committed);
  }

  /** A request may wait for its stream as long as any stream waits. */
  private void held(ConsumerRecord<byte[], byte[]> input, long sinceMs) {
    RawRef ref = input.timestamp() < sinceMs ? null : StreamInputs.requestRef(input.value());
    PartitionLedger ledger = ref == null ? null : ledgers.get(ref.partition());
    if (ledger != null) {
      ledger.held(ref.offset());
    }
  }

  private void attempt(ConsumerRecord<byte[], byte[]> attempt) {
    attempts += answer(attemptScan.read(attempt.value()).rawRef()) ? 1 : 0;
  }

  private void unknown(ConsumerRecord<byte[], byte[]> unknown) {
    if ("undecodable_record".equals(header(unknown, "reason"))) {
      undecodable += answer(RawRef.parse(header(unknown, "raw_ref"))) ? 1 : 0;
    }
  }

  private boolean answer(RawRef ref) {
    if (ref == null || !ref.topic().equals(topics.rawRequests().name())) {
      return false;
    }
    PartitionLedger ledger = ledgers.get(ref.partition());
    return ledger != null && ledger.answer(ref.offset());
  }

  private AuditReport report(String raw, Map<TopicPartition, OffsetAndMetadata> committed) {
    List<RawRef> firstMissing = new ArrayList<>();
    List<RawRef> firstTwice = new ArrayList<>();
    long[] missing = {0};
    long records = 0;
    long twice = 0;
    long pending = 0;
    for (Map.Entry<Integer, PartitionLedger> entry : ledgers.entrySet()) {
      int partition = entry.getKey();
      PartitionLedger ledger = entry.getValue();
      OffsetAndMetadata at = committed.get(new TopicPartition(raw, partition));
      long end = at == null ? 0 : at.offset();
      records += ledger.records();
      twice += ledger.twice();
      pending += ledger.pending(end);
      ledger.missing(
          end,
          offset -> {
            missing[0]++;
            name(firstMissing, raw, partition, offset);
          });
      ledger.twice(offset -> name(firstTwice, raw, partition, offset));
    }
    return new AuditReport(
        records,
        attempts,
        undecodable,
        deadLetters,
        missing[0],
        twice,
        pending,
        firstMissing,
        firstTwice);
  }

  private static void name(List<RawRef> refs, String topic, int partition, long offset) {
    if (refs.size() < NAMED) {
      refs.add(new RawRef(topic, partition, offset));
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
