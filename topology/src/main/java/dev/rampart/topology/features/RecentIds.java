package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Event ids of the recent past, as 64-bit hashes with the low 32 bits of their event time in
 * milliseconds, in order of arrival, twelve bytes each; reused from record to record. Two ids of
 * one window with the same hash would make the second a repeat: with the largest count that is a
 * chance of about 1 in 10^14.
 */
final class RecentIds {
  static final int ENTRY_BYTES = 12;

  private static final byte[] NONE = new byte[0];
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int count;
  private final long millis;
  private byte[] entries = NONE;
  private byte[] own = NONE;
  private int from;
  private int to;

  RecentIds(RepeatWindow window) {
    this(window.count(), window.millis());
  }

  private RecentIds(int count, long millis) {
    this.count = count;
    this.millis = millis;
  }

  /** Of an entity whose repeats are known elsewhere: keeps none. */
  static RecentIds none() {
    return new RecentIds(0, 0);
  }

  /** Whether the id was added with a time inside the window that ends at {@code newest}. */
  boolean contains(long hash, long newest) {
    for (int at = from; at < to; at += ENTRY_BYTES) {
      if ((long) LONGS.get(entries, at) == hash && isRecent(at, newest)) {
        return true;
      }
    }
    return false;
  }

  /** Adds an id and forgets the oldest arrivals that are over the window or the count. */
  void add(long hash, long time, long newest) {
    while (from < to && (!isRecent(from, newest) || size() >= count)) {
      from += ENTRY_BYTES;
    }
    if (count == 0) {
      return;
    }
    makeRoom();
    LONGS.set(entries, to, hash);
    INTS.set(entries, to + 8, (int) time);
    to += ENTRY_BYTES;
  }

  private int size() {
    return (to - from) / ENTRY_BYTES;
  }

  private boolean isRecent(int at, long newest) {
    int age = (int) newest - (int) INTS.get(entries, at + 8);
    return age < millis;
  }

  private void makeRoom() {
    if (entries != own || own.length - to < ENTRY_BYTES) {
      int length = to - from;
      byte[] target =
          own.length < length + 4 * ENTRY_BYTES ? new byte[2 * length + 16 * ENTRY_BYTES] : own;
      System.arraycopy(entries, from, target, 0, length);
      own = target;
      entries = target;
      from = 0;
      to = length;
    }
  }

  void clear() {
    entries = own;
    from = 0;
    to = 0;
  }

  void write(RecordWriter out) {
    out.varint(size());
    out.copy(entries, from, to);
  }

  void read(RecordReader in) {
    int bytes = in.size((in.end - in.at) / ENTRY_BYTES) * ENTRY_BYTES;
    from = in.skip(bytes);
    to = from + bytes;
    entries = in.bytes;
  }
}
