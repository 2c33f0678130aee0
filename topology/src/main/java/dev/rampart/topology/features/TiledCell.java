package dev.rampart.topology.features;

/**
 * A storage of one number per tile of a window. Tiles without events take no space. They lie oldest
 * first in a run of bytes that is carried from record to record unread: a byte with the low seven
 * bits of the tile's number, which is enough as a window has at most {@link Tiling#MAX_COUNT}
 * tiles, then the tile's number as a signed varint.
 */
abstract class TiledCell extends Cell {
  private static final byte[] NONE = new byte[0];
  private static final int LONGEST_ENTRY = 11;

  private byte[] run = NONE;
  private byte[] own = NONE;
  private int from;
  private int to;
  private int cursor;

  TiledCell(Slot slot) {
    super(slot);
  }

  /** Combines two numbers of one window. */
  abstract long merge(long left, long right);

  /** Learns that a tile has left the window. */
  void dropped(long value) {}

  final boolean runIsEmpty() {
    return from == to;
  }

  final void writeRun(RecordWriter out) {
    out.copy(run, from, to);
  }

  final void readRun(RecordReader in) {
    run = in.bytes;
    to = in.end;
    from = in.skip(in.end - in.at);
  }

  @Override
  void clear() {
    run = own;
    from = 0;
    to = 0;
  }

  /** Drops the tiles that leave the window when the newest tile moves on. */
  final void expire(long before, long now) {
    while (from < to && ageAt(from, before) + (now - before) >= slot.tiles()) {
      cursor = from + 1;
      dropped(next());
      from = cursor;
      change();
    }
  }

  /** Adds a tile that is newer than all others. */
  final void append(long tile, long value) {
    makeRoom();
    to = put(run, to, tile, value);
    change();
  }

  /** Takes the run into the cell's own bytes, with room for one more entry behind it. */
  private void makeRoom() {
    if (run == own && own.length - to >= LONGEST_ENTRY) {
      return;
    }
    int length = to - from;
    byte[] target =
        own.length < length + LONGEST_ENTRY ? new byte[2 * length + 4 * LONGEST_ENTRY] : own;
    System.arraycopy(run, from, target, 0, length);
    own = target;
    run = target;
    from = 0;
    to = length;
  }

  /** Combines a number into the tile of that age, which may lie anywhere in the run. */
  final void insert(long now, int age, long value) {
    int at = from;
    while (at < to && ageAt(at, now) > age) {
      at = after(at);
    }
    if (at < to && ageAt(at, now) == age) {
      cursor = at + 1;
      long old = next();
      long merged = merge(old, value);
      if (merged != old) {
        splice(at, cursor, now - age, merged);
      }
    } else {
      splice(at, at, now - age, value);
    }
  }

  /** Combines the tiles older than one age and younger than another with a start value. */
  final long fold(long now, long olderThan, long youngerThan, long start) {
    long result = start;
    cursor = from;
    while (cursor < to) {
      int age = ageAt(cursor, now);
      cursor++;
      long value = next();
      if (age > olderThan && age < youngerThan) {
        result = merge(result, value);
      }
    }
    return result;
  }

  private void splice(int at, int rest, long tile, long value) {
    int head = at - from;
    int tail = to - rest;
    makeRoom();
    int start = from + head;
    int end = start + 1 + digits(value);
    System.arraycopy(run, to - tail, run, end, tail);
    put(run, start, tile, value);
    to = end + tail;
    change();
  }

  /** Bytes of a signed varint. */
  private static int digits(long value) {
    long raw = (value << 1) ^ (value >> 63);
    return (70 - Long.numberOfLeadingZeros(raw | 1)) / 7;
  }

  private static int put(byte[] bytes, int start, long tile, long value) {
    int at = start;
    bytes[at++] = (byte) (tile & 0x7F);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  private int ageAt(int at, long now) {
    return (int) (now - run[at]) & 0x7F;
  }

  private int after(int at) {
    cursor = at + 1;
    next();
    return cursor;
  }

  private long next() {
    long raw = 0;
    for (int shift = 0; cursor < to && shift < 64; shift += 7) {
      byte b = run[cursor++];
      raw |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw new RecordFormatException(cursor, run.length, "a tile ends early");
  }
}
