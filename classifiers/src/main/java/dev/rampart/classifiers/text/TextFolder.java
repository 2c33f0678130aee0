package dev.rampart.classifiers.text;

import java.util.Arrays;

/**
 * Folds a text into plain characters, in one pass over a bounded part of it. One thread owns a
 * folder and reads its buffer until the next text.
 */
final class TextFolder {
  private final LetterTable table = LetterTable.instance();
  private final int maxCharacters;
  private char[] out;
  private int length;
  private int capitals;
  private int latin;
  private int otherLetters;

  TextFolder(int maxCharacters) {
    this.maxCharacters = maxCharacters;
    this.out = new char[2 * maxCharacters + 64];
  }

  /**
   * Reads the text; of one that is longer than the bound the head and the tail, as if a space stood
   * between them.
   */
  void fold(String text) {
    length = 0;
    capitals = 0;
    latin = 0;
    otherLetters = 0;
    if (text.length() <= maxCharacters) {
      append(text, 0, text.length());
    } else {
      int head = maxCharacters - maxCharacters / 4;
      append(text, 0, head);
      put(' ');
      append(text, text.length() - (maxCharacters - head), text.length());
    }
    put(' ');
  }

  char[] characters() {
    return out;
  }

  /** How many characters are valid; the last is a space. */
  int length() {
    return length;
  }

  int capitals() {
    return capitals;
  }

  int letters() {
    return latin + otherLetters;
  }

  /** Whether most letters are Latin, so that a word in look-alikes is a disguise. */
  boolean mostlyLatin() {
    return latin > otherLetters;
  }

  private void append(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        appendAscii(c);
      } else if (Character.isSurrogate(c)) {
        i += appendSurrogate(text, i, to);
      } else {
        appendOther(c);
      }
    }
  }

  private void appendAscii(char c) {
    char folded = table.fold(c);
    if (folded >= 'a' && folded <= 'z') {
      latin++;
      capitals += folded == c ? 0 : 1;
    }
    put(folded);
  }

  private void appendOther(char c) {
    char folded = table.fold(c);
    if (folded == LetterTable.NOTHING) {
      return;
    }
    if (LetterTable.isExpansion(folded)) {
      String letters = table.expansion(folded);
      for (int i = 0; i < letters.length() && i < 4; i++) {
        put(letters.charAt(i));
      }
      return;
    }
    otherLetters += folded >= 0x80 && Character.isLetter(folded) ? 1 : 0;
    put(folded);
  }

  private int appendSurrogate(String text, int at, int to) {
    if (!Character.isHighSurrogate(text.charAt(at))
        || at + 1 >= to
        || !Character.isLowSurrogate(text.charAt(at + 1))) {
      put(' ');
      return 0;
    }
    char folded =
        table.foldSupplementary(Character.toCodePoint(text.charAt(at), text.charAt(at + 1)));
    if (folded == LetterTable.NOTHING) {
      put(text.charAt(at));
      put(text.charAt(at + 1));
    } else {
      latin++;
      put(LetterTable.isExpansion(folded) ? table.expansion(folded).charAt(0) : folded);
    }
    return 1;
  }

  private void put(char c) {
    if (length == out.length) {
      out = Arrays.copyOf(out, 2 * length);
    }
    out[length++] = c;
  }
}
