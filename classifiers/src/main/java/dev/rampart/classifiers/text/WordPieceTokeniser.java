package dev.rampart.classifiers.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * Cuts text into word pieces the way BERT's uncased tokenizer does (Devlin et al. 2019): control
 * characters out, accents off, small letters, punctuation and Chinese characters apart, then the
 * longest piece first. One thread owns it.
 */
public final class WordPieceTokeniser {
  private static final int MAX_WORD = 100;

  private final Vocabulary vocabulary;
  private final int unknown;
  private final int first;
  private final int last;
  private final Normalizer2 decomposed = Normalizer2.getNFDInstance();
  private final int[] ids;
  private final char[] word = new char[MAX_WORD];
  private int length;
  private int count;

  /**
   * A tokeniser.
   *
   * @param maxLength pieces that a text yields at most, the first and last marks among them
   */
  public WordPieceTokeniser(Vocabulary vocabulary, int maxLength) {
    this.vocabulary = vocabulary;
    this.unknown = vocabulary.number("[UNK]");
    this.first = vocabulary.number("[CLS]");
    this.last = vocabulary.number("[SEP]");
    this.ids = new int[maxLength];
  }

  /** Reads a text; returns how many of {@link #ids()} are valid, at least 2. */
  public int tokenise(String text) {
    count = 0;
    length = 0;
    ids[count++] = first;
    for (int i = 0; i < text.length() && count < ids.length - 1; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        ascii((char) c);
      } else {
        other(c);
      }
    }
    endWord();
    ids[count++] = last;
    return count;
  }

  /** The numbers of the last text's pieces; overwritten by the next. */
  public int[] ids() {
    return ids;
  }

  private void ascii(char c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      endWord();
    } else if (c > ' ' && c < 0x7F) {
      visible(c);
    }
  }

  private void visible(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      append(c);
    } else if (c >= 'A' && c <= 'Z') {
      append((char) (c + ('a' - 'A')));
    } else {
      alone(c);
    }
  }

  private void other(int c) {
    if (isSpace(c)) {
      endWord();
    } else if (isIdeograph(c)) {
      alone(c);
    } else if (c != 0xFFFD && !isControl(c)) {
      plain(c);
    }
  }

  private void plain(int c) {
    String parts = decomposed.getDecomposition(c);
    if (parts == null) {
      letter(c);
    } else {
      parts.codePoints().forEach(this::letter);
    }
  }

  private void letter(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return;
    }
    if (isPunctuation(c)) {
      alone(c);
      return;
    }
    String small = Character.toString(c).toLowerCase(Locale.ROOT);
    for (int i = 0; i < small.length(); i++) {
      append(small.charAt(i));
    }
  }

  private void append(char c) {
    if (length < MAX_WORD) {
      word[length] = c;
    }
    length++;
  }

  private void alone(int c) {
    endWord();
    for (char half : Character.toChars(c)) {
      append(half);
    }
    endWord();
  }

  private void endWord() {
    if (length > 0) {
      int before = count;
      if (length > MAX_WORD || !pieces()) {
        count = before;
        add(unknown);
      }
    }
    length = 0;
  }

  private boolean pieces() {
    int from = 0;
    while (from < length) {
      long found = vocabulary.longestAt(word, from, length);
      if (found < 0) {
        return false;
      }
      add((int) found);
      from += (int) (found >>> Integer.SIZE);
    }
    return true;
  }

  private void add(int id) {
    if (count < ids.length - 1) {
      ids[count++] = id;
    }
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
