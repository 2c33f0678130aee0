package dev.rampart.topology.entities;

import java.util.HexFormat;

/**
 * What near-duplicates of a text have in common: a MinHash by one permutation (Li, Owen and Zhang,
 * 2012) of the text's runs of {@value Fingerprinter#RUN} folded letters.
 *
 * @param key smallest hash of all runs: two texts have the same with a probability of their
 *     similarity
 * @param bins smallest hash of the runs of each of {@value #BINS} bins, 16 bits each, four to a
 *     long; 0 for an empty bin
 */
@SuppressWarnings("ArrayRecordComponent") // compared by similarity only; never changed
record TextSignature(long key, long[] bins) {
  static final int BINS = 16;
  static final int LONGS = BINS / 4;

  private static final int HEX_DIGITS = 16 * (LONGS + 1);
  private static final int BIN_MASK = 0xFFFF;

  /** Share of the bins in use that agree: an estimate of the similarity of the two texts. */
  double similarity(TextSignature other) {
    int used = 0;
    int same = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int mine = bin(bin);
      int its = other.bin(bin);
      used += mine == 0 && its == 0 ? 0 : 1;
      same += mine != 0 && mine == its ? 1 : 0;
    }
    return used == 0 ? 0 : (double) same / used;
  }

  int bin(int bin) {
    return (int) (bins[bin / 4] >>> (16 * (bin % 4))) & BIN_MASK;
  }

  /**
   * Two neighbouring bins and where they stand, as one number: texts that share one may be copies.
   */
  long pair(int pair) {
    return ((long) pair << 32) | ((long) bin(2 * pair) << 16) | bin(2 * pair + 1);
  }

  /** Whether both bins of a pair are in use. */
  boolean hasPair(int pair) {
    return bin(2 * pair) != 0 && bin(2 * pair + 1) != 0;
  }

  /** The key as an entity's id. */
  String id() {
    return HexFormat.of().toHexDigits(key);
  }

  /** Key and bins in hexadecimal. */
  String hex() {
    StringBuilder hex = new StringBuilder(HEX_DIGITS).append(id());
    for (long each : bins) {
      hex.append(HexFormat.of().toHexDigits(each));
    }
    return hex.toString();
  }

  /**
   * Reads {@link #hex()}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static TextSignature ofHex(String hex) {
    if (hex.length() != HEX_DIGITS) {
      throw new IllegalArgumentException(hex.length() + " digits are no signature");
    }
    long[] bins = new long[LONGS];
    for (int i = 0; i < LONGS; i++) {
      bins[i] = HexFormat.fromHexDigitsToLong(hex, 16 * (i + 1), 16 * (i + 2));
    }
    return new TextSignature(HexFormat.fromHexDigitsToLong(hex, 0, 16), bins);
  }
}
