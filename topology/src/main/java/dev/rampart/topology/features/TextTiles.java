package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts by text and tile, {@value #MOST} at most, sorted by text and then by the low bits of the
 * tile. An entry is one number: from the top 41 bits of a text's hash, the low seven bits of a
 * tile's number, and 16 bits of count, which stops at {@value #MOST_COUNTED}. Two of the texts that
 * are held fall together with a chance below 1 in 10^8. Lies in a run of bytes that is carried from
 * record to record unread and copied when it is first changed. Reused from record to record.
 */
final class TextTiles {
  static final int MOST = 128;
  static final int MOST_COUNTED = 0xFFFF;

  private static final int COUNT_BITS = 16;
  private static final int TILE_BITS = 7;
  private static final long TILE = (1L << TILE_BITS) - 1;
  private static final long KEY = -1L << (COUNT_BITS + TILE_BITS);
  private static final long PLACE = -1L << COUNT_BITS;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] own = new byte[MOST * Long.BYTES];
  private byte[] run = own;
  private int from;
  private int size;

  /** The bits of a text's hash by which it is known here. */
  static long key(long hash) {
    return hash & KEY;
  }

  int size() {
    return size;
  }

  private long entry(int i) {
    return (long) LONGS.get(run, from + i * Long.BYTES);
  }

  /** Which text it is. */
  long key(int i) {
    return entry(i) & KEY;
  }

  /** The low bits of the tile's number. */
  long tile(int i) {
    return entry(i) >>> COUNT_BITS & TILE;
  }

  int count(int i) {
    return (int) entry(i) & MOST_COUNTED;
  }

  void clear() {
    run = own;
    from = 0;
    size = 0;
  }

  /**
   * Adds one to a text's count in a tile, in place of the rarest of the oldest tile where there is
   * no room.
   */
  void add(long key, long tile, long now) {
    long place = key | (tile & TILE) << COUNT_BITS;
    copy();
    int at = find(place);
    if (at >= 0) {
      set(at, place | Math.min(MOST_COUNTED - 1, count(at)) + 1);
    } else if (size < MOST) {
      insert(-1 - at, place);
    } else {
      remove(oldest(now));
      insert(-1 - find(place), place);
    }
  }

  private void copy() {
    if (run != own) {
      System.arraycopy(run, from, own, 0, size * Long.BYTES);
      run = own;
      from = 0;
    }
  }

  private void set(int at, long entry) {
    LONGS.set(own, at * Long.BYTES, entry);
  }

  /** Where a text and tile are, or -1 less where they would be. */
  private int find(long place) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = entry(middle) & PLACE;
      if (found < place) {
        low = middle + 1;
      } else if (found > place) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1 - low;
  }

  private int oldest(long now) {
    int oldest = 0;
    int mostAge = -1;
    int leastCount = 0;
    for (int i = 0; i < size; i++) {
      int age = TextSet.age(tile(i), now);
      int count = count(i);
      if (age > mostAge || (age == mostAge && count < leastCount)) {
        oldest = i;
        mostAge = age;
        leastCount = count;
      }
    }
    return oldest;
  }

  private void remove(int at) {
    move(at + 1, at);
    size--;
  }

  private void insert(int at, long place) {
    move(at, at + 1);
    set(at, place | 1);
    size++;
  }

  private void move(int start, int to) {
    System.arraycopy(own, start * Long.BYTES, own, to * Long.BYTES, (size - start) * Long.BYTES);
  }

  /**
   * Drops the entries whose tile leaves the window when the newest tile moves from one to the
   * other.
   *
   * @return whether there were any
   */
  boolean expire(int tiles, long before, long now) {
    long oldest = tiles - (now - before);
    int first = 0;
    while (first < size && TextSet.age(tile(first), before) < oldest) {
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
      if (TextSet.age(tile(i), before) < oldest) {
        set(kept++, entry(i));
      }
    }
    size = kept;
  }

  /** Place of the first entry of a text, or where it would be. */
  int first(long key) {
    int at = find(key);
    return at < 0 ? -1 - at : at;
  }

  void write(RecordWriter out) {
    out.copy(run, from, from + size * Long.BYTES);
  }

  /** Takes over what {@link #write} wrote, up to the reader's end. */
  void read(RecordReader in) {
    int length = in.end - in.at;
    if (length % Long.BYTES != 0 || length > MOST * Long.BYTES) {
      throw in.malformed(length + " bytes of texts and tiles");
    }
    run = in.bytes;
    from = in.skip(length);
    size = length / Long.BYTES;
  }
}
