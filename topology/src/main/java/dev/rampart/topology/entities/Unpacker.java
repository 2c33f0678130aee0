package dev.rampart.topology.entities;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link Packer} wrote.
 *
 * <p>Every method throws {@link MalformedBytesException} where the bytes end too early or say what
 * cannot be.
 */
final class Unpacker {
  private final byte[] bytes;
  private int at;

  Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  int oneByte() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = oneByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedBytesException("a number of more than 64 bits");
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  long whole() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  String text() {
    int length = count(bytes.length);
    need(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** A number of things of which there cannot be more than {@code most}. */
  int count(int most) {
    long count = number();
    if (count < 0 || count > most) {
      throw new MalformedBytesException(count + " where at most " + most + " can be");
    }
    return (int) count;
  }

  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    at = bytes.length;
    return rest;
  }

  private void need(int more) {
    if (bytes.length - at < more) {
      throw new MalformedBytesException("the bytes end at " + bytes.length);
    }
  }
}
