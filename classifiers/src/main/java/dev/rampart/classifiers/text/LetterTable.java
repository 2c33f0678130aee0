package dev.rampart.classifiers.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * What every character folds to: compatibility forms to their letters (NFKD), marks and invisible
 * characters to nothing, capitals to small letters, letters that only decorate to plain ones, and,
 * kept apart, the Latin letter that a letter of another script can be mistaken for (Unicode's
 * confusables, UTS 39).
 */
final class LetterTable {
  /** Marks a character that folds to nothing. */
  static final char NOTHING = 0;

  private static final char FIRST_EXPANSION = '\uE000';
  private static final int TABLE = 0x10000;
  private static final int PLANE_1 = 0x1F900;
  private static final LetterTable INSTANCE = new LetterTable();

  private final char[] folded = new char[TABLE];
  private final char[] lookAlike = new char[TABLE];
  private final char[] beyond = new char[PLANE_1 - TABLE];
  private final String[] expansions = new String[0x1900];
  private int expansionCount;

  private LetterTable() {
    Normalizer2 nfkd = Normalizer2.getNFKDInstance();
    SpoofChecker spoof = new SpoofChecker.Builder().build();
    for (int c = 0; c < TABLE; c++) {
      folded[c] = fold(c, nfkd, spoof);
    }
    for (int c = TABLE; c < PLANE_1; c++) {
      beyond[c - TABLE] = Decorated.isSupplementary(c) ? fold(c, nfkd, spoof) : NOTHING;
    }
    for (char c = 0x370; c < 0x2C00; c++) {
      lookAlike[c] = Character.isLetter(c) ? skeletonLetter(c, spoof) : NOTHING;
    }
    Decorated.ADDED_LOOK_ALIKES.forEach((from, to) -> lookAlike[from] = to);
  }

  static LetterTable instance() {
    return INSTANCE;
  }

  /**
   * What a character of the basic plane folds to; {@link #isExpansion} tells that it stands for
   * several.
   */
  char fold(char c) {
    return folded[c];
  }

  /**
   * What a code point past the basic plane folds to, or {@link #NOTHING} when it stands for itself,
   * as emoji do.
   */
  char foldSupplementary(int codePoint) {
    return codePoint < PLANE_1 ? beyond[codePoint - TABLE] : NOTHING;
  }

  static boolean isExpansion(char folded) {
    return folded >= FIRST_EXPANSION && folded < 0xF900;
  }

  String expansion(char folded) {
    return expansions[folded - FIRST_EXPANSION];
  }

  /**
   * The small Latin letter that a folded letter of another script looks like, or {@link #NOTHING}.
   */
  char lookAlike(char c) {
    return lookAlike[c];
  }

  private char fold(int c, Normalizer2 nfkd, SpoofChecker spoof) {
    if (c < 0x80) {
      return c < ' ' || c == 0x7F ? ' ' : (char) Character.toLowerCase(c);
    }
    char added = Decorated.plain(c);
    if (added != NOTHING) {
      return added;
    }
    if (isInvisible(c)) {
      return NOTHING;
    }
    return UCharacter.isUWhiteSpace(c) ? ' ' : store(simplify(c, nfkd, spoof));
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private String simplify(int c, Normalizer2 nfkd, SpoofChecker spoof) {
    String whole = Character.toString(c);
    if (c >= 0xD800 && c < 0xF900) {
      return " ";
    }
    if ((c >= 0xAC00 && c <= 0xD7A3) || !Character.isDefined(c)) {
      return whole;
    }
    StringBuilder out = new StringBuilder();
    nfkd.normalize(whole)
        .codePoints()
        .filter(d -> !isInvisible(d))
        .map(UCharacter::toLowerCase)
        .forEach(d -> out.appendCodePoint(isLatin(d) ? latin(d, spoof) : d));
    return out.toString();
  }

  private static boolean isLatin(int c) {
    return c >= 0x80
        && c < 0x10000
        && Character.isLetter(c)
        && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static int latin(int c, SpoofChecker spoof) {
    char plain = Decorated.plain(c);
    if (plain != NOTHING) {
      return plain;
    }
    char letter = skeletonLetter((char) c, spoof);
    return letter == NOTHING ? c : letter;
  }

  private static char skeletonLetter(char c, SpoofChecker spoof) {
    String skeleton =
        Normalizer2.getNFKDInstance().normalize(spoof.getSkeleton(Character.toString(c)));
    char first = skeleton.isEmpty() ? NOTHING : Character.toLowerCase(skeleton.charAt(0));
    boolean onlyMarksFollow = skeleton.chars().skip(1).allMatch(LetterTable::isInvisible);
    return onlyMarksFollow && first >= 'a' && first <= 'z' ? first : NOTHING;
  }

  private char store(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    if (text.length() == 1) {
      return text.charAt(0);
    }
    if (expansionCount == expansions.length) {
      return text.charAt(0);
    }
    expansions[expansionCount] = text;
    return (char) (FIRST_EXPANSION + expansionCount++);
  }
}
