package dev.rampart.classifiers.text;

import java.util.Arrays;
import java.util.List;

/**
 * The word pieces of a transformer model, each with its number: a piece that goes on a word begins
 * with {@code ##}. Two are equal when their pieces are. Immutable, for any thread.
 */
public final class Vocabulary {
  private static final String GOES_ON = "##";
  private static final int GOES_ON_SEED = 0x2545F491;

  private final List<String> pieces;
  private final int[] slots;
  private final int longest;

  /**
   * A vocabulary of pieces in the order of their numbers.
   *
   * @throws IllegalArgumentException when {@code [PAD] [UNK] [CLS] [SEP]} are not among them
   */
  public Vocabulary(List<String> pieces) {
    this.pieces = List.copyOf(pieces);
    this.slots = new int[Integer.highestOneBit(Math.max(16, pieces.size()) * 4)];
    Arrays.fill(slots, -1);
    int most = 1;
    for (int id = 0; id < pieces.size(); id++) {
      insert(id);
      most = Math.max(most, pieces.get(id).length());
    }
    this.longest = most;
    for (String special : List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]")) {
      number(special);
    }
  }

  /** The number of a special piece. */
  public int number(String special) {
    int id = pieces.indexOf(special);
    if (id < 0) {
      throw new IllegalArgumentException(
          "vocabulary: found no " + special + ", allowed [PAD], [UNK], [CLS] and [SEP] and more");
    }
    return id;
  }

  public int size() {
    return pieces.size();
  }

  /**
   * The longest piece at a place of a word.
   *
   * @return its length times 2^32 plus its number, or -1
   */
  long longestAt(char[] word, int from, int end) {
    int h = from == 0 ? Hashing.START : GOES_ON_SEED;
    long best = -1;
    int stop = Math.min(end, from + longest);
    for (int i = from; i < stop; i++) {
      h = Hashing.step(h, word[i]);
      int id = find(h, word, from, i + 1);
      best = id < 0 ? best : ((long) (i + 1 - from) << Integer.SIZE) | id;
    }
    return best;
  }

  private int find(int hash, char[] word, int from, int to) {
    int at = Hashing.finish(hash) & (slots.length - 1);
    while (slots[at] >= 0) {
      if (isPiece(pieces.get(slots[at]), word, from, to)) {
        return slots[at];
      }
      at = (at + 1) & (slots.length - 1);
    }
    return -1;
  }

  private static boolean isPiece(String piece, char[] word, int from, int to) {
    int skip = from == 0 ? 0 : GOES_ON.length();
    if (piece.length() - skip != to - from || (from > 0 && !piece.startsWith(GOES_ON))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (piece.charAt(skip + i - from) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private void insert(int id) {
    String piece = pieces.get(id);
    place(Hashing.of(piece), id);
    if (piece.startsWith(GOES_ON)) {
      int h = GOES_ON_SEED;
      for (int i = GOES_ON.length(); i < piece.length(); i++) {
        h = Hashing.step(h, piece.charAt(i));
      }
      place(h, id);
    }
  }

  private void place(int hash, int id) {
    int at = Hashing.finish(hash) & (slots.length - 1);
    while (slots[at] >= 0) {
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary vocabulary && pieces.equals(vocabulary.pieces);
  }

  @Override
  public int hashCode() {
    return pieces.hashCode();
  }
}
