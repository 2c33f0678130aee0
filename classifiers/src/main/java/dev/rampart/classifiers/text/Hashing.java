package dev.rampart.classifiers.text;

/**
 * The hash of the spec: FNV-1a steps over characters, then the finaliser of MurmurHash3. Stable for
 * ever: models depend on it.
 */
final class Hashing {
  static final int START = 0x811C9DC5;

  private static final int STEP = 0x01000193;

  private Hashing() {}

  static int step(int hash, int character) {
    return (hash ^ character) * STEP;
  }

  static int pair(int first, int second) {
    return (first * 0x9E3779B1) ^ Integer.rotateLeft(second, 13);
  }

  static int finish(int hash) {
    int h = hash ^ (hash >>> 16);
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  static int of(CharSequence word) {
    int h = START;
    for (int i = 0; i < word.length(); i++) {
      h = step(h, word.charAt(i));
    }
    return h;
  }
}
