package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts by text and tile, {@value #MOST} at most, sorted by text and then by the low bits of the
 * tile. A pair is the upper 56 bits of a text's hash and the low seven bits of a tile's number; its
 * count stops at {@value #MOST_COUNTED}. Lies in a run of bytes, ten a pair, that is carried from
 * record to record unread and copied when it is first changed. Reused from record to record.
 */
final class TextTiles {
  static final int MOST = 128;
  static final int MOST_COUNTED = 0xFFFF;
  static final long KEY = ~0xFFL;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PAIR_BYTES = Long.BYTES + Short.BYTES;

  private final byte[] own = new byte[MOST * PAIR_BYTES];
  private byte[] run = own;
  private int from;
  private int size;

  int size() {
    return size;
  }

  long pair(int i) {
    return (long) LONGS.get(run, from + i * PAIR_BYTES);
  }

  int count(int i) {
    return (short) SHORTS.get(run, from + i * PAIR_BYTES + Long.BYTES) & 0xFFFF;
  }

  void clear() {
    run = own;
    from = 0;
    size = 0;
  }

  /** Adds one to a pair, in place of the rarest of the oldest tile where there is no room. */
  void add(long pair, long now) {
    copy();
    int at = find(pair);
    if (at >= 0) {
      set(at, Math.min(MOST_COUNTED - 1, count(at)) + 1);
    } else if (size < MOST) {
      insert(-1 - at, pair);
    } else {
      remove(oldest(now));
      insert(-1 - find(pair), pair);
    }
  }

  private void copy() {
    if (run != own) {
      System.arraycopy(run, from, own, 0, size * PAIR_BYTES);
      run = own;
      from = 0;
    }
  }

  private void set(int at, int count) {
    SHORTS.set(own, at * PAIR_BYTES + Long.BYTES, (short) count);
  }

  /** Place of a pair, or -1 less the place where it would be. */
  private int find(long pair) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = pair(middle);
      if (found < pair) {
        low = middle + 1;
      } else if (found > pair) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1 - low;
  }

  private int oldest(long now) {
    int oldest = 0;
    for (int i = 1; i < size; i++) {
      int older = TextSet.age(pair(i), now) - TextSet.age(pair(oldest), now);
      if (older > 0 || (older == 0 && count(i) < count(oldest))) {
        oldest = i;
      }
    }
    return oldest;
  }

  private void remove(int at) {
    move(at + 1, at);
    size--;
  }

  private void insert(int at, long pair) {
    move(at, at + 1);
    LONGS.set(own, at * PAIR_BYTES, pair);
    set(at, 1);
    size++;
  }

  private void move(int start, int to) {
    System.arraycopy(own, start * PAIR_BYTES, own, to * PAIR_BYTES, (size - start) * PAIR_BYTES);
  }

  /**
   * Drops the pairs whose tile leaves the window when the newest tile moves from one to the other.
   *
   * @return whether there were any
   */
  boolean expire(int tiles, long before, long now) {
    long oldest = tiles - (now - before);
    int first = 0;
    while (first < size && TextSet.age(pair(first), before) < oldest) {
      first++;
    }
    if (first == size) {
      return false;
    }
    copy();
    dropFrom(first, before, oldest);
    return true;
  }

  private void dropFrom(int first, long before, long oldest) {
    int kept = first;
    for (int i = first + 1; i < size; i++) {
      if (TextSet.age(pair(i), before) < oldest) {
        System.arraycopy(own, i * PAIR_BYTES, own, kept++ * PAIR_BYTES, PAIR_BYTES);
      }
    }
    size = kept;
  }

  /** Place of the first pair of a text, or where it would be. */
  int first(long key) {
    int at = find(key);
    return at < 0 ? -1 - at : at;
  }

  void write(RecordWriter out) {
    out.copy(run, from, from + size * PAIR_BYTES);
  }

  /** Takes over what {@link #write} wrote, up to the reader's end. */
  void read(RecordReader in) {
    int length = in.end - in.at;
    if (length % PAIR_BYTES != 0 || length > MOST * PAIR_BYTES) {
      throw in.malformed(length + " bytes of texts and tiles");
    }
    run = in.bytes;
    from = in.skip(length);
    size = length / PAIR_BYTES;
  }
}
