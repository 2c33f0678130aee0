package dev.rampart.classifiers.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Which of the hash spec's row numbers a model kept, and at which row of its smaller table each one
 * is. A model reads a few of the many n-grams of a text; the others are left out before the model
 * runs. Immutable, for any thread.
 */
public final class RowIndex {
  private final long[] kept;
  private final int[] keptBefore;
  private final int rows;

  private RowIndex(long[] kept) {
    this.kept = kept;
    this.keptBefore = new int[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      keptBefore[i] = count;
      count += Long.bitCount(kept[i]);
    }
    this.rows = count + 1;
  }

  /** An index of the row numbers that are set. */
  public static RowIndex of(BitSet kept, int buckets) {
    long[] words = new long[buckets / Long.SIZE];
    kept.stream().forEach(id -> words[id / Long.SIZE] |= 1L << id);
    return new RowIndex(words);
  }

  /**
   * An index from the bytes that {@link #toBytes()} gave: a bit for each bucket, in little-endian
   * words.
   */
  public static RowIndex read(byte[] bytes) {
    long[] words = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return new RowIndex(words);
  }

  public byte[] toBytes() {
    byte[] bytes = new byte[kept.length * Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(kept);
    return bytes;
  }

  /** How many row numbers it tells apart. */
  public int buckets() {
    return kept.length * Long.SIZE;
  }

  /** Rows of the model's table, the padding row 0 among them. */
  public int rows() {
    return rows;
  }

  /**
   * Writes the table rows of those row numbers that the model kept, in their order. The two passes
   * are without branches: which n-grams are kept is not to be foreseen.
   *
   * @param ids row numbers of the spec, from an index up to another
   * @param out receives the rows from {@code at} on; has room for all
   * @return the index after the last row
   */
  public int rows(int[] ids, int from, int to, int[] out, int at) {
    int end = at;
    for (int i = from; i < to; i++) {
      int id = ids[i];
      out[end] = id;
      end += (int) (kept[id >>> 6] >>> id) & 1;
    }
    for (int i = at; i < end; i++) {
      int id = out[i];
      out[i] = 1 + keptBefore[id >>> 6] + Long.bitCount(kept[id >>> 6] & ((1L << id) - 1));
    }
    return end;
  }

  /** The table row of a row number of the spec, or 0 where the model did not keep it. */
  public int row(int id) {
    long word = kept[id >>> 6];
    long bit = 1L << id;
    return (word & bit) == 0 ? 0 : 1 + keptBefore[id >>> 6] + Long.bitCount(word & (bit - 1));
  }
}
