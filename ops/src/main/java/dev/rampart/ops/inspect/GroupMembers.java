package dev.rampart.ops.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.common.KafkaFuture;

/**
 * Who owns which task, as the group's coordinator knows it; asked every few seconds, and at once
 * where an owner is not known or does not answer. It is needed beside {@code
 * KafkaStreams.queryMetadataForKey}, which in 4.3.1 knows the tasks of only one thread of an
 * instance under the protocol {@code streams}: the threads are members of their own with one
 * address, and one takes the place of the other. It then counts too few partitions and names the
 * wrong one. Safe for use by many threads.
 */
public final class GroupMembers implements AutoCloseable {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final long LIMIT_SECONDS = 2;

  private final Admin admin;
  private final String group;
  private final Map<Set<String>, Integer> counts = new ConcurrentHashMap<>();
  private volatile Map<Task, Owner> owners = Map.of();
  private long askedAt = System.nanoTime() - FRESH.toNanos();

  /** Connects. */
  public GroupMembers(Map<String, Object> client, String group) {
    this.admin = Admin.create(client);
    this.group = group;
  }

  private record Task(int subtopology, int partition) {}

  /**
   * How many partitions topics have that are read together. Never waits for a {@link #look} of
   * another thread once it is known.
   *
   * @return 0 where that cannot be told now
   */
  int partitions(Set<String> topics) {
    Integer known = counts.get(topics);
    if (known == null) {
      known = count(topics);
      if (known > 0) {
        counts.put(topics, known);
      }
    }
    return known;
  }

  private int count(Set<String> topics) {
    try {
      return admin
          .describeTopics(topics)
          .allTopicNames()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .mapToInt(topic -> topic.partitions().size())
          .max()
          .orElse(0);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException | TimeoutException notNow) {
      return 0;
    }
  }

  /** Owner of a task as it was known at the last look. */
  Optional<Owner> known(int subtopology, int partition) {
    return Optional.ofNullable(owners.get(new Task(subtopology, partition)));
  }

  /** Owner of a task; empty where the group does not name one, or speaks another protocol. */
  Optional<Owner> owner(int subtopology, int partition) {
    if (known(subtopology, partition).isEmpty()) {
      look();
    }
    return known(subtopology, partition);
  }

  /** Asks the group again, unless that was done a moment ago. */
  synchronized void look() {
    if (System.nanoTime() - askedAt >= FRESH.toNanos()) {
      owners = ask();
      askedAt = System.nanoTime();
    }
  }

  private Map<Task, Owner> ask() {
    try {
      StreamsGroupDescription description =
          admin
              .describeStreamsGroups(List.of(group))
              .describedGroups()
              .getOrDefault(group, KafkaFuture.completedFuture(null))
              .get(LIMIT_SECONDS, TimeUnit.SECONDS);
      return description == null ? Map.of() : owners(description);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException | TimeoutException notNow) {
      return Map.of();
    }
  }

  private static Map<Task, Owner> owners(StreamsGroupDescription description) {
    Map<Task, List<String>> standbys = new HashMap<>();
    Map<Task, Owner> owners = new HashMap<>();
    for (StreamsGroupMemberDescription member : description.members()) {
      forEach(
          member.assignment().standbyTasks(),
          (task, partition) ->
              address(member)
                  .ifPresent(
                      address ->
                          standbys
                              .computeIfAbsent(new Task(task, partition), none -> new ArrayList<>())
                              .add(address)));
    }
    for (StreamsGroupMemberDescription member : description.members()) {
      forEach(
          member.assignment().activeTasks(),
          (subtopology, partition) ->
              address(member)
                  .ifPresent(
                      address -> {
                        Task task = new Task(subtopology, partition);
                        owners.put(
                            task,
                            new Owner(partition, address, standbys.getOrDefault(task, List.of())));
                      }));
    }
    return owners;
  }

  private static void forEach(List<TaskIds> tasks, BiConsumer<Integer, Integer> sink) {
    for (TaskIds ids : tasks) {
      int subtopology = Integer.parseInt(ids.subtopologyId());
      ids.partitions().forEach(partition -> sink.accept(subtopology, partition));
    }
  }

  private static Optional<String> address(StreamsGroupMemberDescription member) {
    return member.userEndpoint().map(endpoint -> endpoint.host() + ":" + endpoint.port());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
