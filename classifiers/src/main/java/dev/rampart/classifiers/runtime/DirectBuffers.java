package dev.rampart.classifiers.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Memory outside the heap, in the byte order of the machine, which the runtime reads and writes
 * without copying.
 */
final class DirectBuffers {
  private DirectBuffers() {}

  static IntBuffer ints(int count) {
    return bytes(count).asIntBuffer();
  }

  static FloatBuffer floats(int count) {
    return bytes(count).asFloatBuffer();
  }

  static LongBuffer longs(int count) {
    return bytes(2 * count).asLongBuffer();
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
  }
}
