package dev.rampart.topology.features;

import java.util.Arrays;

/**
 * HyperLogLog over a sliding window (Flajolet et al., AofA 2007; windows after Chabchoub and
 * Hébrail, ICDMW 2010): each of {@value #REGISTERS} registers keeps the ranks that can still become
 * its maximum, with their tiles. Standard error 1.04 / sqrt({@value #REGISTERS}), 6.5 %.
 */
final class SlidingSketch implements TextSet {
  static final int REGISTERS = 256;

  private static final int REGISTER_BITS = 8;
  private static final int LONGEST_RANK = 64 - 2 * REGISTER_BITS + 1;
  private static final double BIAS = 0.7213 / (1 + 1.079 / REGISTERS);
  private static final int ENTRY_BYTES = 3;

  /** Register, low bits of the tile and rank, a byte each. */
  private int[] entries = new int[REGISTERS];

  private int size;
  private final byte[] maxima = new byte[REGISTERS];

  @Override
  public void read(RecordReader in) {
    size = 0;
    if ((in.end - in.at) % ENTRY_BYTES != 0) {
      throw in.malformed("a sketch ends early");
    }
    while (in.hasMore()) {
      append(in.oneByte() << 16 | in.oneByte() << 8 | in.oneByte());
    }
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public boolean expire(int tiles, long before, long now) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (TextSet.age(tile(entries[i]), before) + (now - before) < tiles) {
        entries[kept++] = entries[i];
      }
    }
    boolean any = kept < size;
    size = kept;
    return any;
  }

  @Override
  public void add(long key, long now, int age) {
    int register = (int) (key >>> (64 - REGISTER_BITS));
    int rank = Math.min(LONGEST_RANK, Long.numberOfLeadingZeros(key << REGISTER_BITS) + 1);
    if (!isDominated(register, rank, now, age)) {
      removeDominated(register, rank, now, age);
      append(register << 16 | (int) ((now - age) & 0x7F) << 8 | rank);
    }
  }

  /** Whether a newer or equal tile of the register has a rank as high. */
  private boolean isDominated(int register, int rank, long now, int age) {
    for (int i = 0; i < size; i++) {
      int entry = entries[i];
      if (register(entry) == register
          && rank(entry) >= rank
          && TextSet.age(tile(entry), now) <= age) {
        return true;
      }
    }
    return false;
  }

  private void removeDominated(int register, int rank, long now, int age) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int entry = entries[i];
      if (register(entry) != register
          || rank(entry) > rank
          || TextSet.age(tile(entry), now) < age) {
        entries[kept++] = entry;
      }
    }
    size = kept;
  }

  @Override
  public double count(long now, long olderThan, long youngerThan) {
    return estimate(maxima(now, olderThan, youngerThan));
  }

  private byte[] maxima(long now, long olderThan, long youngerThan) {
    Arrays.fill(maxima, (byte) 0);
    for (int i = 0; i < size; i++) {
      int age = TextSet.age(tile(entries[i]), now);
      if (age > olderThan && age < youngerThan) {
        raise(maxima, entries[i]);
      }
    }
    return maxima;
  }

  private static void raise(byte[] maxima, int entry) {
    int register = register(entry);
    maxima[register] = (byte) Math.max(maxima[register], rank(entry));
  }

  /** Linear counting while a register is empty and the estimate is small. */
  private static double estimate(byte[] maxima) {
    double sum = 0;
    int empty = 0;
    for (byte rank : maxima) {
      sum += 1.0 / (1L << rank);
      empty += rank == 0 ? 1 : 0;
    }
    double raw = BIAS * REGISTERS * REGISTERS / sum;
    return raw <= 2.5 * REGISTERS && empty > 0
        ? REGISTERS * StrictMath.log((double) REGISTERS / empty)
        : raw;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void write(RecordWriter out) {
    for (int i = 0; i < size; i++) {
      out.oneByte(entries[i] >>> 16);
      out.oneByte(entries[i] >>> 8);
      out.oneByte(entries[i]);
    }
  }

  private void append(int entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = entry;
  }

  private static int register(int entry) {
    return entry >>> 16;
  }

  private static int tile(int entry) {
    return (entry >>> 8) & 0x7F;
  }

  private static int rank(int entry) {
    return entry & 0x3F;
  }
}
