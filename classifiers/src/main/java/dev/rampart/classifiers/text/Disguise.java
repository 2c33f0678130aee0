package dev.rampart.classifiers.text;

/**
 * Takes the disguise off one word: look-alike letters of another script, digits and signs for
 * letters, and repeated letters. Words are held from index 1 on.
 */
final class Disguise {
  private static final String SIGNS = "0134578@$!|";
  private static final String LETTERS = "oieastbasil";

  private final LetterTable table = LetterTable.instance();

  /**
   * Look-alike letters become Latin where the word mixes scripts, or where the text is Latin and
   * every letter has a look-alike.
   *
   * @return whether the word changed
   */
  boolean lookAlikes(char[] w, int n, boolean latinText) {
    int latin = 0;
    int alike = 0;
    for (int i = 1; i <= n; i++) {
      latin += w[i] < 128 ? 1 : 0;
      alike += w[i] >= 128 && table.lookAlike(w[i]) != LetterTable.NOTHING ? 1 : 0;
    }
    if (alike == 0 || (latin == 0 && !latinText) || latin + alike < n) {
      return false;
    }
    for (int i = 1; i <= n; i++) {
      w[i] = w[i] < 128 ? w[i] : table.lookAlike(w[i]);
    }
    return true;
  }

  /**
   * Digits and signs become the letters that they look like, except in what reads as a number with
   * a unit (4th, 10pm) or a name with a number (covid19).
   *
   * @return whether the word changed
   */
  boolean signs(char[] w, int n) {
    int from = leadingDigits(w, n);
    int to = n - trailingDigits(w, n);
    boolean unit = from > 1 && n - (from - 1) <= 2;
    if (unit || to < 2) {
      return false;
    }
    boolean changed = false;
    int begin = from > 2 ? from : 1;
    int end = n - to > 1 ? to : n;
    for (int i = begin; i <= end; i++) {
      char letter = w[i] < 128 ? letterFor(w[i]) : w[i];
      boolean lonelyEnd = i == n && i > to && !changed;
      if (letter != w[i] && !lonelyEnd) {
        w[i] = letter;
        changed = true;
      }
    }
    return changed;
  }

  /** Runs of three and more letters are cut to {@code keep}; returns the new length. */
  static int squeeze(char[] from, int n, char[] to, int longestRun, int keep) {
    int length = 0;
    int i = 1;
    while (i <= n) {
      int end = i;
      while (end <= n && from[end] == from[i]) {
        end++;
      }
      int copies = end - i > longestRun ? keep : end - i;
      for (int c = 0; c < copies; c++) {
        to[++length] = from[i];
      }
      i = end;
    }
    return length;
  }

  private static char letterFor(char c) {
    int at = SIGNS.indexOf(c);
    return at < 0 ? c : LETTERS.charAt(at);
  }

  /** One past the digits at the front. */
  private static int leadingDigits(char[] w, int n) {
    int i = 1;
    while (i <= n && CharacterClass.isDigit(w[i])) {
      i++;
    }
    return i;
  }

  private static int trailingDigits(char[] w, int n) {
    int i = n;
    while (i >= 1 && CharacterClass.isDigit(w[i])) {
      i--;
    }
    return n - i;
  }
}
