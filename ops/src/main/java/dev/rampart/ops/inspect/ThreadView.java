package dev.rampart.ops.inspect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * A stream thread of this instance.
 *
 * @param activeTasks as {@code subtopology_partition}
 * @param standbyTasks the same
 */
public record ThreadView(
    String name, String state, List<String> activeTasks, List<String> standbyTasks) {
  public ThreadView {
    activeTasks = List.copyOf(activeTasks);
    standbyTasks = List.copyOf(standbyTasks);
  }

  /** All stream threads, by name. */
  public static List<ThreadView> all(KafkaStreams streams) {
    return streams.metadataForLocalThreads().stream()
        .map(ThreadView::of)
        .sorted(Comparator.comparing(ThreadView::name))
        .toList();
  }

  private static ThreadView of(ThreadMetadata thread) {
    return new ThreadView(
        thread.threadName(),
        thread.threadState(),
        tasks(thread.activeTasks()),
        tasks(thread.standbyTasks()));
  }

  private static List<String> tasks(Collection<TaskMetadata> tasks) {
    return tasks.stream().map(task -> task.taskId().toString()).sorted().toList();
  }
}
