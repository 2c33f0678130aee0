package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.REFUSED;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the schema topic, and checks one that is there: compacted, one partition. */
final class SchemaTopic {
  private final Admin admin;
  private final String topic;
  private final Duration timeout;

  private SchemaTopic(Admin admin, String topic, Duration timeout) {
    this.admin = admin;
    this.topic = topic;
    this.timeout = timeout;
  }

  static void ensure(
      Map<String, Object> client, String topic, short replicationFactor, Duration timeout) {
    try (Admin admin = Admin.create(client)) {
      new SchemaTopic(admin, topic, timeout).ensure(replicationFactor);
    }
  }

  /**
   * Looks before it makes, so that a client that may not create topics can use one that is there.
   */
  private void ensure(short replicationFactor) {
    try {
      check();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw unavailable(failed);
      }
      create(replicationFactor);
    }
  }

  private void create(short replicationFactor) {
    NewTopic wanted =
        new NewTopic(topic, 1, replicationFactor)
            .configs(Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT));
    try {
      await(admin.createTopics(List.of(wanted)).all());
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw unavailable(failed);
      }
    }
  }

  private void check() throws ExecutionException {
    int partitions =
        theOne(admin.describeTopics(List.of(topic)).allTopicNames()).partitions().size();
    String policy = cleanupPolicy();
    if (!policy.equals(CLEANUP_POLICY_COMPACT) || partitions != 1) {
      throw new SchemaRegistryException(
          REFUSED,
          "the schema topic %s has cleanup.policy=%s and %d partitions; it needs cleanup.policy=compact and 1"
              .formatted(topic, policy, partitions));
    }
  }

  private String cleanupPolicy() throws ExecutionException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return theOne(admin.describeConfigs(List.of(resource)).all())
        .get(CLEANUP_POLICY_CONFIG)
        .value();
  }

  private <V> V theOne(KafkaFuture<? extends Map<?, V>> answers) throws ExecutionException {
    return await(answers).values().iterator().next();
  }

  private <V> V await(KafkaFuture<V> future) throws ExecutionException {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw unavailable(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable(interrupted);
    }
  }

  private SchemaRegistryException unavailable(Exception failed) {
    Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
    String found = cause instanceof TimeoutException ? "no answer in " + timeout : "" + cause;
    return new SchemaRegistryException(
        UNAVAILABLE, "the schema topic " + topic + " cannot be made or checked: " + found, cause);
  }
}
