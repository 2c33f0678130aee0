package dev.rampart.classifiers.training;

import java.util.SplittableRandom;

/**
 * Spells a text the way people spell to get past filters: signs for letters, spaces and stars
 * inside words, letters doubled, dropped or swapped.
 */
final class Obfuscator {
  private static final String FROM = "aeiostlb";
  private static final String TO = "@3105718";

  private final SplittableRandom random;

  Obfuscator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A copy in which about half of the longer words are spelled another way. */
  String spell(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      out.append(out.isEmpty() ? "" : " ")
          .append(word.length() >= 4 && random.nextInt(2) == 0 ? word(word) : word);
    }
    return out.toString();
  }

  private String word(String word) {
    int at = 1 + random.nextInt(word.length() - 2);
    return switch (random.nextInt(8)) {
      case 0 -> signs(word);
      case 1 -> String.join(" ", word.split("", -1));
      case 2 -> String.join(".", word.split("", -1));
      case 3 -> word.substring(0, at) + "*" + word.substring(at + 1);
      case 4 -> word.substring(0, at) + word.charAt(at) + word.charAt(at) + word.substring(at);
      case 5 -> word.substring(0, at) + word.substring(at + 1);
      case 6 ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      default -> word.substring(0, at) + " " + word.substring(at);
    };
  }

  private String signs(String word) {
    StringBuilder out = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      int at = FROM.indexOf(Character.toLowerCase(word.charAt(i)));
      if (at >= 0 && random.nextInt(3) > 0) {
        out.setCharAt(i, TO.charAt(at));
      }
    }
    return out.toString();
  }
}
