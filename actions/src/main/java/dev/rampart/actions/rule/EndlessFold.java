package dev.rampart.actions.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nine letters from U+1C80 to U+1C88, whose capitals have other small letters: looking for all
 * cases of one, RE2/J 1.8 never comes back to it and compiles for ever.
 */
final class EndlessFold {
  static final String REFUSAL =
      "the pattern holds a letter from U+1C80 to U+1C88, or a range that goes so far, allowed with"
          + " flags are others";

  private static final int FIRST = 0x1C80;
  private static final int LAST = 0x1C88;

  /** Any character, written as it is or as its number. */
  private static final Pattern CHARACTER =
      Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})}|.", Pattern.DOTALL);

  private EndlessFold() {}

  /** Whether a pattern that may ignore case holds one of them. */
  static boolean isIn(String pattern) {
    if (!pattern.contains("(?")) {
      return false;
    }
    Matcher character = CHARACTER.matcher(pattern);
    while (character.find()) {
      int point = point(character);
      if (point >= FIRST && (point <= LAST || endsARange(pattern, character.start()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsARange(String pattern, int at) {
    return at > 0 && pattern.charAt(at - 1) == '-';
  }

  private static int point(Matcher character) {
    String number = character.group(1);
    return number == null ? character.group().codePointAt(0) : Integer.parseInt(number, 16);
  }
}
