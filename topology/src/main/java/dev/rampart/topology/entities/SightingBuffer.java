package dev.rampart.topology.entities;

import java.util.HashMap;
import java.util.Map;

/**
 * Sightings in memory until the next commit: one page a partition. Confined to the stream thread of
 * its task.
 */
final class SightingBuffer {
  /** Bytes of a page that is written before the commit. */
  static final int FULL = 256 << 10;

  /** Takes a page that is to be written. */
  interface Sink {
    /**
     * Writes a page.
     *
     * @param group key of the record: says the partition
     * @param newest event time of the newest event in it
     */
    void write(int group, byte[] page, long newest);
  }

  private final SightingPartitions partitions;
  private final Map<Integer, SightingPage> pages = new HashMap<>();

  SightingBuffer(SightingPartitions partitions) {
    this.partitions = partitions;
  }

  void add(Seen seen, Sink sink) {
    int group = partitions.group(EntityKeys.hash(seen.kind(), seen.id()));
    SightingPage page = pages.computeIfAbsent(group, none -> new SightingPage());
    page.add(seen);
    if (page.size() >= FULL) {
      write(group, page, sink);
    }
  }

  /** Writes everything that was added. Idempotent. */
  void flush(Sink sink) {
    pages.forEach(
        (group, page) -> {
          if (!page.isEmpty()) {
            write(group, page, sink);
          }
        });
    pages.keySet().removeIf(group -> partitions.group(group) != group);
  }

  /**
   * Tells every partition to forget an account, after all that was noted of it.
   *
   * @param time event time of the erasure
   */
  void erase(String account, long time, Sink sink) {
    flush(sink);
    byte[] page = ErasurePage.of(account);
    sink.write(0, page, time);
    for (int group = 1; group < partitions.count(); group++) {
      sink.write(group, page, time);
    }
  }

  /** Forgets everything: the task was closed and its transaction committed or aborted. */
  void clear() {
    pages.clear();
  }

  private static void write(int group, SightingPage page, Sink sink) {
    long newest = page.newest();
    sink.write(group, page.take(), newest);
  }
}
