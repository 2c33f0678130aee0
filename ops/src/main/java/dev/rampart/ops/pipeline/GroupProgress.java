package dev.rampart.ops.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether the group has read these topics, which it writes itself, to their ends, and no
   * transaction on them is open or waits for its mark. Ask after {@link #hasReached}: what was
   * written with an input was in the topic before the input was committed. The last offset of a
   * transaction is a mark that is no record.
   */
  public boolean hasDrained(List<String> topics) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    Map<TopicPartition, Long> stable = ends(topics, IsolationLevel.READ_COMMITTED);
    if (!stable.equals(ends(topics, IsolationLevel.READ_UNCOMMITTED))) {
      return false;
    }
    return stable.entrySet().stream().allMatch(end -> isRead(end, committed.get(end.getKey())));
  }

  /** Whether no transaction on these topics is open or waits for its mark. */
  public boolean areSettled(List<String> topics) {
    return ends(topics, IsolationLevel.READ_COMMITTED)
        .equals(ends(topics, IsolationLevel.READ_UNCOMMITTED));
  }

  private static boolean isRead(
      Map.Entry<TopicPartition, Long> end, @Nullable OffsetAndMetadata committed) {
    return end.getValue() == 0 || (committed != null && committed.offset() >= end.getValue() - 1);
  }

  private Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel isolation) {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          partition ->
                              asked.put(
                                  new TopicPartition(name, partition.partition()),
                                  OffsetSpec.latest())));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(asked, new ListOffsetsOptions(isolation))
          .all()
          .get()
          .forEach((partition, found) -> ends.put(partition, found.offset()));
      return ends;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the ends of " + topics + " cannot be read", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Records of one topic committed over all partitions, control records included. */
  public long total(String topic) {
    return committed().entrySet().stream()
        .filter(each -> each.getKey().topic().equals(topic) && each.getValue() != null)
        .mapToLong(each -> each.getValue().offset())
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
