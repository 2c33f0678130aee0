package dev.rampart.ops.pipeline;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a pipeline has committed its inputs. Safe for use by several threads. */
public final class GroupProgress implements AutoCloseable {
  private final Admin admin;
  private final String group;

  /**
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param group application id of the pipeline
   */
  public GroupProgress(Map<String, ?> client, String group) {
    this.admin = Admin.create(Map.copyOf(client));
    this.group = group;
  }

  /** Whether everything before these ends is committed. */
  public boolean hasReached(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
            });
  }

  /** Records committed over all partitions, control records included. */
  public long total() {
    return committed().values().stream()
        .filter(java.util.Objects::nonNull)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(1));
  }

  /** Empty before the first instance of the group has joined. */
  private Map<TopicPartition, OffsetAndMetadata> committed() {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException notYet) {
      return Map.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }
}
