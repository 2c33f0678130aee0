package dev.rampart.ops.summary;

import java.util.Arrays;

/**
 * A set of ids that keeps 64 bits of each: 16 bytes an id at most, some 10 on average. Two ids that
 * are taken for one are possible, and one in millions of runs of a million ids.
 */
final class IdSet {
  private static final long FREE = 0;
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  /** Adds an id; false when it was there already. */
  boolean add(String id) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    boolean added = put(slots, hash(id));
    size += added ? 1 : 0;
    return added;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.stream(slots).filter(slot -> slot != FREE).forEach(slot -> put(larger, slot));
    slots = larger;
  }

  private static boolean put(long[] table, long hash) {
    int place = (int) hash & (table.length - 1);
    while (table[place] != FREE) {
      if (table[place] == hash) {
        return false;
      }
      place = (place + 1) & (table.length - 1);
    }
    table[place] = hash;
    return true;
  }

  /** FNV-1a over the characters, then the finaliser of MurmurHash3. Never 0. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < id.length(); at++) {
      hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == FREE ? 1 : hash;
  }
}
