package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts by text and tile, {@value #MOST} at most, sorted by text and then by the low bits of the
 * tile. A pair is the upper 56 bits of a text's hash and the low seven bits of a tile's number.
 * Reused from record to record.
 */
final class TextTiles {
  static final int MOST = 128;

  static final long KEY = ~0xFFL;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PAIR_BYTES = Long.BYTES + 1;

  private final long[] pairs = new long[MOST];
  private final int[] counts = new int[MOST];
  private int size;

  int size() {
    return size;
  }

  long pair(int i) {
    return pairs[i];
  }

  int count(int i) {
    return counts[i];
  }

  void clear() {
    size = 0;
  }

  /** Adds one to a pair, in place of the rarest of the oldest tile where there is no room. */
  void add(long pair, long now) {
    int at = Arrays.binarySearch(pairs, 0, size, pair);
    if (at >= 0) {
      counts[at] = Math.min(Integer.MAX_VALUE - 1, counts[at]) + 1;
    } else if (size < MOST) {
      insert(-1 - at, pair);
    } else {
      remove(oldest(now));
      insert(-1 - Arrays.binarySearch(pairs, 0, size, pair), pair);
    }
  }

  private int oldest(long now) {
    int oldest = 0;
    for (int i = 1; i < size; i++) {
      int older = TextSet.age(pairs[i], now) - TextSet.age(pairs[oldest], now);
      if (older > 0 || (older == 0 && counts[i] < counts[oldest])) {
        oldest = i;
      }
    }
    return oldest;
  }

  private void remove(int at) {
    System.arraycopy(pairs, at + 1, pairs, at, size - at - 1);
    System.arraycopy(counts, at + 1, counts, at, size - at - 1);
    size--;
  }

  private void insert(int at, long pair) {
    System.arraycopy(pairs, at, pairs, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    pairs[at] = pair;
    counts[at] = 1;
    size++;
  }

  /**
   * Drops the pairs whose tile leaves the window when the newest tile moves from one to the other.
   *
   * @return whether there were any
   */
  boolean expire(int tiles, long before, long now) {
    long oldest = tiles - (now - before);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (TextSet.age(pairs[i], before) < oldest) {
        pairs[kept] = pairs[i];
        counts[kept++] = counts[i];
      }
    }
    boolean any = kept < size;
    size = kept;
    return any;
  }

  /** Place of the first pair of a text, or where it would be. */
  int first(long key) {
    int at = Arrays.binarySearch(pairs, 0, size, key);
    return at < 0 ? -1 - at : at;
  }

  void write(RecordWriter out) {
    int written = out.pairs(pairs, counts, size);
    for (int i = written; i < size; i++) {
      out.fixed64(pairs[i]);
      out.varint(counts[i]);
    }
  }

  /** Takes over what {@link #write} wrote, up to the reader's end. */
  void read(RecordReader in) {
    int read = readShort(in.bytes, in.at, in.end);
    in.at += read * PAIR_BYTES;
    size = read;
    while (in.hasMore()) {
      long pair = in.fixed64();
      int count = in.size(Integer.MAX_VALUE);
      if (size == MOST || (size > 0 && pair <= pairs[size - 1])) {
        throw in.malformed("texts out of order or more than " + MOST);
      }
      pairs[size] = pair;
      counts[size++] = count;
    }
  }

  /** Reads up to the first pair that is out of order or counted in more than one byte. */
  private int readShort(byte[] bytes, int from, int end) {
    int most = Math.min(MOST, (end - from) / PAIR_BYTES);
    long last = 0;
    int i = 0;
    for (int at = from; i < most; at += PAIR_BYTES) {
      long pair = (long) LONGS.get(bytes, at);
      int count = bytes[at + Long.BYTES];
      if (count < 0 || (i > 0 && pair <= last)) {
        break;
      }
      pairs[i] = pair;
      counts[i++] = count;
      last = pair;
    }
    return i;
  }
}
