package dev.rampart.classifiers.text;

/** What the scanner needs to know about a folded character, by table for ASCII. */
final class CharacterClass {
  private static final boolean[] WORD = new boolean[128];
  private static final boolean[] INNER = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      WORD[c] = (c >= 'a' && c <= 'z') || isDigit(c);
      INNER[c] = "@$!|*".indexOf(c) >= 0;
    }
  }

  private CharacterClass() {}

  /** Letters and digits. */
  static boolean isWord(char c) {
    return c < 128 ? WORD[c] : Character.isLetterOrDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Signs that can stand for a letter inside a word. */
  static boolean isInner(char c) {
    return c < 128 && INNER[c];
  }

  /** Pictures: half of a surrogate pair, or a symbol of the basic plane. */
  static boolean isPicture(char c) {
    return c >= 0x2000
        && (Character.isSurrogate(c) || Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
