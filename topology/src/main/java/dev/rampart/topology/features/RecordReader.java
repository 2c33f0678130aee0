package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the numbers of a state record, never past the end of the part that it was given; reused
 * from one record to the next.
 */
final class RecordReader {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] NOTHING = new byte[0];

  byte[] bytes = NOTHING;
  int at;
  int end;

  /** Begins with a record. */
  void open(byte[] record) {
    bytes = record;
    at = 0;
    end = record.length;
  }

  boolean hasMore() {
    return at < end;
  }

  int oneByte() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  /** A number of 0 or more in base 128, lowest digits first. */
  long varint() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    return longVarint();
  }

  private long longVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = oneByte();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw malformed("a number of more than ten bytes");
  }

  /** A varint that must be a length or count of at most {@code max}. */
  int size(int max) {
    long value = varint();
    if (value < 0 || value > max) {
      throw malformed("size " + value + ", at most " + max + " is possible");
    }
    return (int) value;
  }

  /** A varint that must be the length of something that follows. */
  int length() {
    long value = varint();
    if (value < 0 || value > end - at) {
      throw malformed("length " + value + " with " + (end - at) + " bytes left");
    }
    return (int) value;
  }

  /** A number of either sign, small ones short. */
  long signed() {
    long raw = varint();
    return (raw >>> 1) ^ -(raw & 1);
  }

  /** Signed numbers, as many as fit the array. */
  void signedAll(long[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = signed();
    }
  }

  int fixed32() {
    need(4);
    int value = (int) INTS.get(bytes, at);
    at += 4;
    return value;
  }

  long fixed64() {
    need(8);
    long value = (long) LONGS.get(bytes, at);
    at += 8;
    return value;
  }

  /** What {@link RecordWriter#time} wrote. */
  long time() {
    int from = skip(RecordWriter.TIME_BYTES);
    if (from + Long.BYTES <= bytes.length) {
      return (long) LONGS.get(bytes, from) & 0xFFFF_FFFF_FFFFL;
    }
    return ((int) INTS.get(bytes, from) & 0xFFFF_FFFFL)
        | (bytes[from + 4] & 0xFFL) << 32
        | (bytes[from + 5] & 0xFFL) << 40;
  }

  double fixedDouble() {
    double value = Double.longBitsToDouble(fixed64());
    if (!Double.isFinite(value)) {
      throw malformed("a number that is not finite");
    }
    return value;
  }

  /** Steps over bytes and says where they began. */
  int skip(int length) {
    need(length);
    int from = at;
    at += length;
    return from;
  }

  RecordFormatException malformed(String problem) {
    return new RecordFormatException(at, bytes.length, problem);
  }

  private void need(int length) {
    if (end - at < length) {
      throw malformed("ends early");
    }
  }
}
