package dev.rampart.ops.chaos;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks for transactions that nobody ended: those that their coordinator still holds, and
 * partitions whose readers are held up because a commit or abort marker never came.
 */
final class OpenTransactions implements AutoCloseable {
  private static final Set<TransactionState> ENDED =
      EnumSet.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_COMMIT,
          TransactionState.COMPLETE_ABORT);

  private final Admin admin;

  OpenTransactions(Map<String, Object> client) {
    this.admin = Admin.create(client);
  }

  /**
   * How many there are. What a killed instance left open ends by its time-out, which is waited for.
   */
  long countAfter(Duration patience) throws ExecutionException, InterruptedException {
    long limit = System.nanoTime() + patience.toNanos();
    long open = count();
    while (open > 0 && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(500);
      open = count();
    }
    return open;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private long count() throws ExecutionException, InterruptedException {
    return unended() + heldUp();
  }

  private long unended() throws ExecutionException, InterruptedException {
    return admin.listTransactions().all().get().stream()
        .filter(transaction -> !ENDED.contains(transaction.state()))
        .count();
  }

  private long heldUp() throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> readable = ends(partitions, IsolationLevel.READ_COMMITTED);
    return ends(partitions, IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
        .filter(end -> readable.getOrDefault(end.getKey(), 0L) < end.getValue())
        .count();
  }

  private Map<TopicPartition, Long> ends(
      Collection<TopicPartition> partitions, IsolationLevel level)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, end -> OffsetSpec.latest()));
    return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }
}
