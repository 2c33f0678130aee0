package dev.rampart.ops.topics;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it is on the cluster.
 *
 * @param partitions number of partitions
 * @param cleanup value of {@code cleanup.policy}
 */
public record TopicState(int partitions, String cleanup) {

  static TopicState of(TopicDescription topic, @Nullable Config settings) {
    ConfigEntry cleanup = settings == null ? null : settings.get("cleanup.policy");
    return new TopicState(topic.partitions().size(), cleanup == null ? "unknown" : cleanup.value());
  }

  boolean compacted() {
    return cleanup.contains("compact");
  }
}
