package dev.rampart.ops.hostile;

import java.io.InputStream;
import java.util.Arrays;

/** A body that says no length and goes on for as many spaces as it is told. */
final class Endless extends InputStream {
  private long left;

  Endless(long bytes) {
    this.left = bytes;
  }

  @Override
  public int read() {
    return left-- > 0 ? ' ' : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    int read = (int) Math.min(length, left);
    Arrays.fill(into, offset, offset + read, (byte) ' ');
    left -= read;
    return read;
  }
}
