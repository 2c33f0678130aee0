package dev.rampart.topology.text;

/**
 * A text without what a copier changes: case, accents, white space, punctuation, the digits'
 * values, and letters of other scripts that look like Latin ones. Two messages with the same folded
 * text count as copies. Empty where nothing is left.
 *
 * <p>Reused from text to text and confined to one thread.
 */
public final class FoldedText implements CharSequence {
  /** Chars that are read of one text. */
  public static final int MOST_CHARS = 4096;

  private static final int DROPPED = -1;
  private static final short[] ASCII = new short[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = (short) foldAny(c);
    }
  }

  private char[] chars = new char[256];
  private int length;

  /** Folds the first {@value #MOST_CHARS} chars of a text in place of the text before. */
  public void take(String text) {
    int end = Math.min(text.length(), MOST_CHARS);
    if (chars.length < end) {
      chars = new char[MOST_CHARS];
    }
    int kept = 0;
    for (int i = 0; i < end; i++) {
      int folded = fold(text.charAt(i));
      if (folded != DROPPED) {
        chars[kept++] = (char) folded;
      }
    }
    length = kept;
  }

  private static int fold(char c) {
    return c < ASCII.length ? ASCII[c] : foldAny(c);
  }

  private static int foldAny(char c) {
    if (Character.isDigit(c)) {
      return '0';
    }
    if (!isKeptType(c)) {
      return DROPPED;
    }
    char small = Character.toLowerCase(c);
    return small < 0x80 ? small : LookAlikes.of(small);
  }

  /** The letters as they lie, from 0 to {@link #length}; they change with the next text. */
  public char[] letters() {
    return chars;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private static boolean isKeptType(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          false;
      default -> true;
    };
  }
}
