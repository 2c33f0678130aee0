package dev.rampart.topology.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * The letter that a letter can be mistaken for: Unicode's confusables (UTS 39, through ICU's
 * skeletons) for letters outside ASCII. Each is worked out when it is first met and kept. Any
 * thread.
 */
final class LookAlikes {
  private static final char UNKNOWN = 0;
  private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  /** Two threads may work out the same letter at once: they write the same char. */
  private static final char[] KNOWN = new char[0x10000];

  private LookAlikes() {}

  /** The skeleton of a small letter where that is a single one, else the letter itself. */
  static char of(char letter) {
    char known = KNOWN[letter];
    if (known == UNKNOWN) {
      known = find(letter);
      KNOWN[letter] = known;
    }
    return known;
  }

  private static char find(char letter) {
    if (Character.isSurrogate(letter)) {
      return letter;
    }
    String plain = withoutMarks(NFKD.normalize(Character.toString(letter)));
    String skeleton = withoutMarks(NFKD.normalize(SPOOF.getSkeleton(plain)));
    if (skeleton.length() == 1) {
      return Character.toLowerCase(skeleton.charAt(0));
    }
    return plain.length() == 1 ? plain.charAt(0) : letter;
  }

  private static String withoutMarks(String text) {
    StringBuilder kept = new StringBuilder();
    text.chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
