package dev.rampart.topology.features;

/**
 * 64-bit hash of a text, the same on every machine and in every version: it is stored. Four chars
 * at a time through the mixing step of MurmurHash3 (Appleby, public domain).
 */
final class Hashing {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

  private Hashing() {}

  /** The hash of chars that lie in an array, equal to that of the same text. */
  static long of(char[] chars, int length) {
    long hash = FIRST ^ length;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      long four =
          (long) chars[i] << 48
              | (long) chars[i + 1] << 32
              | (long) chars[i + 2] << 16
              | chars[i + 3];
      hash = step(hash, four);
    }
    long rest = 0;
    for (; i < length; i++) {
      rest = rest << 16 | chars[i];
    }
    return mix(step(hash, rest));
  }

  static long of(String text) {
    int length = text.length();
    long hash = FIRST ^ length;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      hash = step(hash, fourChars(text, i));
    }
    long rest = 0;
    for (; i < length; i++) {
      rest = rest << 16 | text.charAt(i);
    }
    return mix(step(hash, rest));
  }

  private static long fourChars(String text, int i) {
    return (long) text.charAt(i) << 48
        | (long) text.charAt(i + 1) << 32
        | (long) text.charAt(i + 2) << 16
        | text.charAt(i + 3);
  }

  private static long step(long hash, long block) {
    return Long.rotateLeft(hash ^ block * SECOND, 31) * FIRST;
  }

  /** Spreads every bit of the input over the whole result. */
  static long mix(long value) {
    long x = value;
    x = (x ^ x >>> 33) * 0xFF51AFD7ED558CCDL;
    x = (x ^ x >>> 33) * 0xC4CEB9FE1A85EC53L;
    return x ^ x >>> 33;
  }
}
