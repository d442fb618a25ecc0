package io.gatewayanalyzer.app.analyze;

import io.gatewayanalyzer.app.config.AnalyzerConfig;
import io.gatewayanalyzer.app.topology.StreamsProperties;
import io.gatewayanalyzer.app.topology.Topic;
import io.gatewayanalyzer.app.topology.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the output topics, committed records only, on a thread of its own and hands them to a sink
 * under a lock, so that others may look at the sink while it runs.
 */
final class Collector implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final ResultSink sink;
  private final Topics topics;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::run, "collector");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private Map<TopicPartition, Long> ends;
  private long news;
  private long answered;
  private long deadLetters;
  private boolean closing;
  private boolean done;
  private RuntimeException failure;

  /**
   * A collector that is not started.
   *
   * @param withErrors whether the sink wants the errors topic
   */
  Collector(AnalyzerConfig config, Topics topics, ResultSink sink, boolean withErrors) {
    this.sink = sink;
    this.topics = topics;
    add(topics.attempts());
    add(topics.operations());
    add(topics.alerts());
    add(topics.unknown());
    add(topics.deadLetters());
    if (withErrors) {
      add(topics.errors());
    }
    Map<String, Object> settings = StreamsProperties.consumer(config);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
    settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The partitions it reads. */
  List<TopicPartition> partitions() {
    return partitions;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs something that looks at the sink while nothing is added to it. */
  void look(Runnable reader) {
    lock.lock();
    try {
      reader.run();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for records to come, at most so long. */
  void awaitNews(Duration most) throws InterruptedException {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      long before = news;
      long left = most.toNanos();
      while (!done && news == before && left > 0) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Raw records that have come out: an attempt, an undecodable record or a dead letter each. */
  long answered() {
    lock.lock();
    try {
      return answered;
    } finally {
      lock.unlock();
    }
  }

  /** Raw records that our own code failed on. */
  long deadLetters() {
    lock.lock();
    try {
      return deadLetters;
    } finally {
      lock.unlock();
    }
  }

  /** Reads on to these ends, at most so long, and stops. */
  void finish(Map<TopicPartition, Long> last, Duration most) throws InterruptedException {
    lock.lock();
    try {
      ends = last;
      consumer.wakeup();
      long left = most.toNanos();
      while (!done && failure == null && left > 0) {
        left = moved.awaitNanos(left);
      }
      if (failure != null) {
        throw failure;
      }
      if (!done) {
        throw new IllegalStateException("the results did not become visible in time");
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    closing = true;
    lock.unlock();
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(Topic topic) {
    for (int partition = 0; partition < topic.partitions(); partition++) {
      partitions.add(new TopicPartition(topic.name(), partition));
    }
  }

  private void run() {
    try (consumer) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      boolean more = true;
      while (more) {
        more = hand(poll());
      }
    } catch (RuntimeException e) {
      end(e);
    }
  }

  /** The next records; none when woken, to look whether the ends are reached. */
  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  private boolean hand(ConsumerRecords<byte[], byte[]> records) {
    lock.lock();
    try {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        hand(record);
      }
      news += records.isEmpty() ? 0 : 1;
      done = ends != null && ends.entrySet().stream().allMatch(this::reached);
      moved.signalAll();
      return !done && !closing;
    } finally {
      lock.unlock();
    }
  }

  private boolean reached(Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  private void hand(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.attempts().name())) {
      sink.attempt(record);
      answered++;
    } else if (record.topic().equals(topics.errors().name())) {
      sink.error(record);
    } else if (record.topic().equals(topics.operations().name())) {
      sink.operation(record);
    } else if (record.topic().equals(topics.alerts().name())) {
      sink.alert(record);
    } else if (record.topic().equals(topics.unknown().name())) {
      sink.unknown(record);
      answered += TallySink.isUndecodable(record) ? 1 : 0;
    } else {
      deadLetters++;
      answered++;
    }
  }

  private void end(RuntimeException thrown) {
    lock.lock();
    try {
      failure = closing ? null : thrown;
      done = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
