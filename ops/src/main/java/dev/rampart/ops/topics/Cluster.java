package dev.rampart.ops.topics;

import dev.rampart.ops.cli.CommandFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A Kafka cluster as its topics are managed. Every call ends within ten seconds, unless the client
 * properties say otherwise; a cluster that does not answer is a {@link CommandFailure} that names
 * the address.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final String bootstrap;
  private final Admin admin;

  private Cluster(String bootstrap, Admin admin) {
    this.bootstrap = bootstrap;
    this.admin = admin;
  }

  /**
   * Connects; whether anything answers shows at the first call.
   *
   * @param client client properties, {@code bootstrap.servers} among them
   */
  public static Cluster connect(Map<String, ?> client) {
    String bootstrap = String.valueOf(client.get("bootstrap.servers"));
    try {
      return new Cluster(bootstrap, Admin.create(bounded(client)));
    } catch (KafkaException wrong) {
      throw CommandFailure.wrongUsage(
          "cannot connect to Kafka at " + bootstrap + ": " + reason(wrong), wrong);
    }
  }

  /** The topics among {@code names} that exist, by name. */
  public Map<String, TopicState> describe(Collection<String> names) {
    Set<String> present = await(admin.listTopics().names());
    List<String> wanted = names.stream().filter(present::contains).toList();
    Map<String, TopicDescription> topics = await(admin.describeTopics(wanted).allTopicNames());
    Map<ConfigResource, Config> settings =
        await(admin.describeConfigs(wanted.stream().map(Cluster::resource).toList()).all());
    Map<String, TopicState> states = new TreeMap<>();
    topics.forEach(
        (name, topic) -> states.put(name, TopicState.of(topic, settings.get(resource(name)))));
    return states;
  }

  /** Names of all topics. */
  public Set<String> names() {
    return await(admin.listTopics().names());
  }

  /** Ids of all groups that read topics. */
  public List<String> groups() {
    return await(admin.listGroups().all()).stream().map(GroupListing::groupId).toList();
  }

  /** Whether a group has committed offsets. */
  public boolean hasCommitted(String group) {
    return groups().contains(group)
        && await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
            .values()
            .stream()
            .anyMatch(Objects::nonNull);
  }

  /** Deletes all records of topics that exist and are not compacted. */
  public void empty(Collection<String> topics) {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    await(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        partition ->
                            all.put(
                                new TopicPartition(name, partition.partition()),
                                RecordsToDelete.beforeOffset(-1))));
    await(admin.deleteRecords(all).all());
  }

  /**
   * Creates topics, and waits until they can be written to.
   *
   * @param replication copies of each, or -1 for the cluster's default
   */
  public void create(Collection<TopicPlan> topics, int partitions, short replication) {
    List<NewTopic> missing =
        topics.stream().map(topic -> newTopic(topic, partitions, replication)).toList();
    await(admin.createTopics(missing).all());
    awaitKnown(topics.stream().map(TopicPlan::name).toList());
    awaitLeaders(topics, partitions);
  }

  private static NewTopic newTopic(TopicPlan topic, int partitions, short replication) {
    return new NewTopic(topic.name(), topic.partitions(partitions), replication)
        .configs(topic.settings());
  }

  /** The controller answers before the brokers have heard of it. */
  private void awaitKnown(List<String> names) {
    long limit = System.nanoTime() + ANSWER_LIMIT.toNanos();
    while (!await(admin.listTopics().names()).containsAll(names)) {
      if (System.nanoTime() > limit) {
        throw CommandFailure.failed(
            "Kafka at " + bootstrap + " created the topics and does not list them");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /**
   * Asks the leader of every partition for its end. One that is named and does not lead yet refuses
   * a producer's first batch; when it takes the second it never takes the first any more, which has
   * the older sequence number, and all writes end with the delivery time-out.
   */
  private void awaitLeaders(Collection<TopicPlan> topics, int partitions) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicPlan topic : topics) {
      for (int partition = 0; partition < topic.partitions(partitions); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    var unused = await(admin.listOffsets(ends).all());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      throw explain(failure.getCause() == null ? failure : failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while waiting for Kafka", interrupted);
    }
  }

  private CommandFailure explain(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return CommandFailure.failed(
          "no Kafka broker answered at %s in time: is it running, and is the port right?"
              .formatted(bootstrap),
          failure);
    }
    if (failure instanceof AuthenticationException) {
      return CommandFailure.wrongUsage(
          "Kafka at " + bootstrap + " refused the login: " + failure.getMessage(), failure);
    }
    return CommandFailure.failed("Kafka at " + bootstrap + ": " + failure.getMessage(), failure);
  }

  private static Map<String, Object> bounded(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putIfAbsent("default.api.timeout.ms", (int) ANSWER_LIMIT.toMillis());
    settings.putIfAbsent("request.timeout.ms", (int) ANSWER_LIMIT.toMillis() / 2);
    return settings;
  }

  private static String reason(KafkaException wrong) {
    Throwable cause = wrong.getCause() instanceof ConfigException ? wrong.getCause() : wrong;
    return String.valueOf(cause.getMessage());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
