package io.gatewayanalyzer.app.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and compares those that exist; it never alters one. */
public final class TopicCreator {
  private static final int LOOKS = 2_000;
  private static final int PAUSE_MS = 5;

  private final Admin admin;

  /** Works through a client that the caller closes. */
  public TopicCreator(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing.
   *
   * @return one line for each way in which an existing topic differs from ours
   */
  public List<String> createMissing(Collection<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> existing = existing(topics);
    List<Topic> missing = topics.stream().filter(t -> !existing.containsKey(t.name())).toList();
    create(missing);
    awaitVisible(missing);
    return differences(
        topics.stream().filter(topic -> existing.containsKey(topic.name())).toList(), existing);
  }

  /** Names of the topics that do not exist. */
  public List<String> missing(Collection<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> existing = existing(topics);
    return topics.stream().map(Topic::name).filter(name -> !existing.containsKey(name)).toList();
  }

  private Map<String, TopicDescription> existing(Collection<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> found = new HashMap<>();
    var answers = admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
    for (var answer : answers.entrySet()) {
      try {
        found.put(answer.getKey(), answer.getValue().get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return found;
  }

  private void create(List<Topic> missing) throws ExecutionException, InterruptedException {
    var answers = admin.createTopics(missing.stream().map(Topic::toCreate).toList()).values();
    for (var answer : answers.values()) {
      try {
        answer.get();
      } catch (ExecutionException e) {
        // Another instance that starts at the same time may be faster.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /** A topic is created before every broker knows it; a consumer that is too early would stop. */
  private void awaitVisible(List<Topic> created) throws ExecutionException, InterruptedException {
    for (int look = 0; look < LOOKS && existing(created).size() < created.size(); look++) {
      Thread.sleep(PAUSE_MS);
    }
  }

  private List<String> differences(List<Topic> topics, Map<String, TopicDescription> existing)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> configs =
        admin.describeConfigs(topics.stream().map(TopicCreator::resource).toList()).all().get();
    List<String> lines = new ArrayList<>();
    for (Topic topic : topics) {
      int partitions = existing.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        lines.add(line(topic, "partitions", partitions, topic.partitions()));
      }
      lines.addAll(settings(topic, configs.get(resource(topic))));
    }
    return lines;
  }

  private static List<String> settings(Topic topic, Config config) {
    return topic.settings().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(wanted -> !wanted.getValue().equals(value(config, wanted.getKey())))
        .map(w -> line(topic, w.getKey(), value(config, w.getKey()), w.getValue()))
        .collect(Collectors.toList());
  }

  private static String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? null : entry.value();
  }

  private static String line(Topic topic, String what, Object is, Object configured) {
    return "topic " + topic.name() + ": " + what + " is " + is + ", configured " + configured;
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }
}
