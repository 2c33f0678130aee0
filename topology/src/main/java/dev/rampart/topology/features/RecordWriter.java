package dev.rampart.topology.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Growing buffer for a state record; reused from one record to the next. */
final class RecordWriter {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static final int TIME_BYTES = 6;

  private byte[] bytes = new byte[1024];
  private int at;

  void restart() {
    at = 0;
  }

  int position() {
    return at;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, at);
  }

  void oneByte(int value) {
    room(1);
    bytes[at++] = (byte) value;
  }

  void varint(long value) {
    if ((value & ~0x7FL) == 0) {
      oneByte((int) value);
    } else {
      longVarint(value);
    }
  }

  private void longVarint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  void signed(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  void signedAll(long[] numbers) {
    for (long number : numbers) {
      signed(number);
    }
  }

  void fixed32(int value) {
    room(4);
    INTS.set(bytes, at, value);
    at += 4;
  }

  void fixed64(long value) {
    room(8);
    LONGS.set(bytes, at, value);
    at += 8;
  }

  /** A time of 0 or more in milliseconds since the epoch, before the year 10889: six bytes. */
  void time(long millis) {
    room(8);
    LONGS.set(bytes, at, millis);
    at += TIME_BYTES;
  }

  void fixedDouble(double value) {
    fixed64(Double.doubleToLongBits(value));
  }

  void copy(byte[] from, int start, int end) {
    int length = end - start;
    if (length == 0) {
      return;
    }
    room(length);
    System.arraycopy(from, start, bytes, at, length);
    at += length;
  }

  /** Leaves one byte for a length; {@link #closeLength} fills it. */
  int openLength() {
    oneByte(0);
    return at;
  }

  /** Writes the length of what follows {@code start}, moving it along if the length is long. */
  void closeLength(int start) {
    int length = at - start;
    if (length < 0x80) {
      bytes[start - 1] = (byte) length;
    } else {
      moveForLength(start, length);
    }
  }

  private void moveForLength(int start, int length) {
    int digits = (38 - Integer.numberOfLeadingZeros(length)) / 7;
    room(digits);
    System.arraycopy(bytes, start, bytes, start + digits - 1, length);
    at = start - 1;
    varint(length);
    at += length;
  }

  private void room(int length) {
    if (bytes.length - at < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + length));
    }
  }
}
