package dev.rampart.topology.entities;

import dev.rampart.topology.text.FoldedText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Works out signatures of texts. Reused from text to text and confined to one thread. */
final class Fingerprinter {
  /** Folded letters in a run. */
  static final int RUN = 8;

  /** Folded letters that a text needs: shorter ones are alike without being copies. */
  static final int SHORTEST = 24;

  /** Folded letters that are read of a text. */
  static final int LONGEST = 1024;

  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long LEAVING = power(RUN);

  private final FoldedText folded = new FoldedText();
  private final long[] smallest = new long[TextSignature.BINS];

  /** The signature of a text; null where it is too short to tell copies from chance. */
  @Nullable TextSignature of(String content) {
    if (content.length() < SHORTEST) {
      return null;
    }
    folded.take(content);
    int end = Math.min(folded.length(), LONGEST);
    return end < SHORTEST ? null : signature(end);
  }

  private TextSignature signature(int end) {
    Arrays.fill(smallest, Long.MAX_VALUE);
    long rolling = 0;
    for (int i = 0; i < end; i++) {
      rolling = rolling * BASE + folded.charAt(i);
      if (i >= RUN) {
        rolling -= LEAVING * folded.charAt(i - RUN);
      }
      if (i >= RUN - 1) {
        note(mix(rolling));
      }
    }
    return packed();
  }

  private void note(long hash) {
    int bin = (int) hash & (TextSignature.BINS - 1);
    long value = hash >>> 4;
    if (value < smallest[bin]) {
      smallest[bin] = value;
    }
  }

  /** The lower bits of a smallest hash are as good as random; its upper ones are nearly all 0. */
  private TextSignature packed() {
    long key = Long.MAX_VALUE;
    long[] bins = new long[TextSignature.LONGS];
    for (int bin = 0; bin < smallest.length; bin++) {
      long value = smallest[bin];
      if (value != Long.MAX_VALUE) {
        key = Math.min(key, value);
        bins[bin / 4] |= Math.max(1, value & 0xFFFF) << (16 * (bin % 4));
      }
    }
    return new TextSignature(key, bins);
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= BASE;
    }
    return power;
  }

  /** Finishing step of MurmurHash3 (Appleby, public domain). */
  private static long mix(long value) {
    long x = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return x ^ (x >>> 33);
  }
}
