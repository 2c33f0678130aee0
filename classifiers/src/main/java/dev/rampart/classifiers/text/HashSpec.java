package dev.rampart.classifiers.text;

/**
 * How a text becomes row numbers: part of a model's data, because a model is only right with the
 * spec that it was trained with.
 *
 * @param rules version of the folding and n-gram rules; {@link #RULES} is the one that this program
 *     knows
 * @param buckets rows of the table, row 0 of which is padding; a power of two
 * @param shortest characters of the shortest character n-gram
 * @param longest characters of the longest one
 * @param maxCharacters of a text that are read: three quarters from its head, the rest from its
 *     tail
 * @param maxIds most row numbers that a text yields; what comes later is left out
 */
public record HashSpec(
    int rules, int buckets, int shortest, int longest, int maxCharacters, int maxIds) {
  /** The rules that this program implements. */
  public static final int RULES = 1;

  /** What the shipped models use. */
  public static final HashSpec STANDARD = new HashSpec(RULES, 1 << 20, 3, 4, 4096, 16_384);

  public HashSpec {
    require(rules == RULES, "rules", rules, "only " + RULES);
    require(
        Integer.bitCount(buckets) == 1 && buckets >= 16 && buckets <= 1 << 24,
        "buckets",
        buckets,
        "a power of two, 16 to 16777216");
    require(shortest >= 2 && shortest <= longest, "shortest", shortest, "2 to longest");
    require(longest <= 8, "longest", longest, "at most 8");
    require(
        maxCharacters >= 64 && maxCharacters <= 65_536,
        "max-characters",
        maxCharacters,
        "64 to 65536");
    require(maxIds >= 16 && maxIds <= 65_536, "max-ids", maxIds, "16 to 65536");
  }

  private static void require(boolean holds, String field, int found, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(field + ": found " + found + ", allowed " + allowed);
    }
  }
}
