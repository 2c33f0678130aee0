package dev.rampart.classifiers.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Steps through the fields of a protocol buffers message. Bytes that are no message end in a {@link
 * BufferUnderflowException} or an {@link IllegalArgumentException}.
 */
final class ProtoReader {
  private final ByteBuffer bytes;
  private int field;
  private long number;
  private ByteBuffer content = ByteBuffer.allocate(0);

  ProtoReader(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads the next field; false at the end. */
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    int tag = (int) varint();
    field = tag >>> 3;
    switch (tag & 7) {
      case 0 -> number = varint();
      case 1 -> number = bytes.getLong();
      case 2 -> content = take((int) varint());
      case 5 -> number = bytes.getInt();
      default -> throw new IllegalArgumentException("no field of a message: tag " + tag);
    }
    return true;
  }

  int field() {
    return field;
  }

  /** The value of a number field. */
  long number() {
    return number;
  }

  /** The value of a message or bytes field. */
  ByteBuffer content() {
    return content;
  }

  String text() {
    return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
  }

  private ByteBuffer take(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer taken = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return taken;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }
}
