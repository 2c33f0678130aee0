package dev.rampart.classifiers.text;

/**
 * Puts words together that were spelled with spaces or signs between their letters, as in {@code f
 * r e e} or {@code f.r.ee}.
 */
final class SpacedLetters {
  private static final int MAX = 32;
  private static final int FEWEST = 3;

  private final WordGrams grams;
  private final char[] letters = new char[MAX + 2];
  private int length;
  private int pieces;

  SpacedLetters(WordGrams grams) {
    this.grams = grams;
  }

  void clear() {
    length = 0;
    pieces = 0;
  }

  /**
   * The next word of the text.
   *
   * @param gap what stands between it and the word before: one sign, or a space where there was
   *     more
   */
  void word(char[] w, int n, char gap) {
    boolean piece = n == 1 || (n == 2 && gap != ' ');
    if (!piece || length + n > MAX) {
      end();
      return;
    }
    System.arraycopy(w, 1, letters, length + 1, n);
    length += n;
    pieces++;
  }

  /** No piece follows. */
  void end() {
    if (pieces >= FEWEST) {
      grams.hidden(letters, length);
    }
    clear();
  }
}
