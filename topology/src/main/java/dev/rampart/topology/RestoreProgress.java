package dev.rampart.topology;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far the stores that are being restored from their changelogs have come. Told by the stream
 * threads, asked by any thread.
 */
public final class RestoreProgress implements StateRestoreListener {
  private final Map<Place, Progress> running = new ConcurrentHashMap<>();

  private record Place(TopicPartition changelog, String store) {}

  /**
   * How much of a store is restored.
   *
   * @param restored records read so far
   * @param total records to read, counted by offsets: marks of commits among them are never read
   */
  public record Progress(long restored, long total) {
    private Progress plus(Progress other) {
      return new Progress(restored + other.restored, total + other.total);
    }
  }

  /** Progress of a store over its partitions; empty while none is being restored. */
  public Optional<Progress> of(String store) {
    return running.entrySet().stream()
        .filter(each -> each.getKey().store().equals(store))
        .map(Map.Entry::getValue)
        .reduce(Progress::plus);
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
    running.put(new Place(changelog, store), new Progress(0, to - from));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long end, long restored) {
    running.computeIfPresent(
        new Place(changelog, store),
        (place, known) -> new Progress(known.restored() + restored, known.total()));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
    running.remove(new Place(changelog, store));
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
    running.remove(new Place(changelog, store));
  }
}
