package dev.rampart.ops.inspect;

import dev.rampart.ops.http.ProblemException;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.RestoreProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stores that this instance holds. What cannot be read at the moment is a 503 and never looks
 * as if there were nothing. Reads see what the running transaction has written. Safe for use by
 * many threads.
 */
final class LocalStores {
  /** After so long another try is worth it. */
  static final Duration LATER = Duration.ofSeconds(2);

  private static final long MARK = 1;

  private final Pipeline pipeline;
  private final KafkaStreams streams;
  private final Map<String, StorePlace> places;

  LocalStores(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.streams = pipeline.streams();
    this.places = StorePlace.all(pipeline.topology().describe());
  }

  /** All stores, by name. */
  Collection<StorePlace> places() {
    return places.values();
  }

  /**
   * The store of that name.
   *
   * @throws ProblemException 404, with the names that there are
   */
  StorePlace place(String name) {
    StorePlace place = places.get(name);
    if (place == null) {
      throw ProblemException.notFound(
          "store: found '%s', allowed is one of %s".formatted(name, places.keySet()));
    }
    return place;
  }

  /** Asks a whole store: a global one, or all active partitions that are here. */
  <T> T ask(StorePlace place, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
    return ask(parameters(place.name()), question);
  }

  /** Asks the active copy of a partition. */
  <T> T askActive(
      StorePlace place,
      int partition,
      Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
    return ask(parameters(place.name()).withPartition(partition), question);
  }

  /** Asks the copy of a partition that is here, active or standby. */
  <T> T askStale(
      StorePlace place,
      int partition,
      Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
    return ask(parameters(place.name()).withPartition(partition).enableStaleStores(), question);
  }

  private static StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> parameters(
      String name) {
    return StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore());
  }

  private <T> T ask(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> parameters,
      Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
    try {
      return question.apply(streams.store(parameters));
    } catch (InvalidStateStoreException | IllegalStateException moving) {
      throw unavailable(parameters.storeName());
    }
  }

  /** 503: the store cannot be read as things stand. */
  ProblemException unavailable(String store) {
    State state = pipeline.state();
    String why =
        pipeline
            .restores()
            .of(store)
            .map(
                progress ->
                    "being restored, %d of %d".formatted(progress.restored(), progress.total()))
            .orElse(state == State.RUNNING ? "its partition is moving" : "instance is " + state);
    return ProblemException.unavailable(
        "store %s cannot be read now: %s; try again".formatted(store, why), LATER);
  }

  /** How far a store is restored; null while nothing is. */
  RestoreProgress.@Nullable Progress restoring(StorePlace place) {
    return pipeline.restores().of(place.name()).orElse(null);
  }

  private static long records(LagInfo lag) {
    return Math.max(0, lag.offsetLag() - MARK);
  }

  /** Partitions of a store whose active copy is here. */
  List<Integer> activePartitions(StorePlace place) {
    return partitions(place, ThreadMetadata::activeTasks);
  }

  /** Partitions of a store whose standby copy is here. */
  List<Integer> standbyPartitions(StorePlace place) {
    return partitions(place, ThreadMetadata::standbyTasks);
  }

  private List<Integer> partitions(
      StorePlace place, Function<ThreadMetadata, Collection<TaskMetadata>> tasks) {
    TreeSet<Integer> partitions = new TreeSet<>();
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      for (TaskMetadata task : tasks.apply(thread)) {
        if (task.taskId().subtopology() == place.subtopology()) {
          partitions.add(task.taskId().partition());
        }
      }
    }
    return List.copyOf(partitions);
  }

  /**
   * Records by which the local copies of a store are behind its changelog, by partition. The last
   * offset of a transaction is a mark that is no record, and no copy gets past it: without taking
   * it off, none would ever be level.
   */
  Map<Integer, Long> behind(StorePlace place) {
    try {
      Map<Integer, Long> behind = new HashMap<>();
      streams
          .allLocalStorePartitionLags()
          .getOrDefault(place.name(), Map.of())
          .forEach((partition, lag) -> behind.put(partition, records(lag)));
      return behind;
    } catch (RuntimeException notNow) {
      return Map.of();
    }
  }
}
