package dev.rampart.classifiers.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one priority in order of arrival: a ring that grows. It hands over whole stretches,
 * which costs the collector's write barrier once and not for each request. Guarded by its room.
 */
final class Line {
  private static final int FIRST_SIZE = 256;

  private @Nullable Waiting[] ring = new Waiting[FIRST_SIZE];
  private int head;
  private int size;

  void add(Waiting waiting) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = waiting;
    size++;
  }

  private void grow() {
    Waiting[] larger = new Waiting[2 * ring.length];
    int count = size;
    moveTo(larger, 0);
    ring = larger;
    head = 0;
    size = count;
  }

  /**
   * Moves the oldest to an array, from a place of it on.
   *
   * @return how many were moved: all, or as many as the array had room for
   */
  int moveTo(@Nullable Waiting[] into, int at) {
    int count = Math.min(size, into.length - at);
    int first = Math.min(count, ring.length - head);
    move(head, into, at, first);
    move(0, into, at + first, count - first);
    head = (head + count) & (ring.length - 1);
    size -= count;
    return count;
  }

  private void move(int from, @Nullable Waiting[] into, int at, int count) {
    System.arraycopy(ring, from, into, at, count);
    Arrays.fill(ring, from, from + count, null);
  }
}
