package dev.rampart.topology.reputation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds phrases of whole words in texts: one look-up for each run of words, longest phrase first.
 */
final class Phrases {
  /** Words of the longest phrase that can be listed. */
  static final int MOST_WORDS = 5;

  private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

  private final Set<String> phrases;
  private final int longest;

  Phrases(Collection<String> phrases) {
    this.phrases = Set.copyOf(phrases);
    longest = phrases.stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(0);
  }

  /** Brings a phrase to the spelling that is looked up: lower case, words parted by one space. */
  static String normalise(String phrase) {
    return String.join(" ", words(phrase));
  }

  private static String[] words(String text) {
    return text.toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("^" + BETWEEN_WORDS, "")
        .split(BETWEEN_WORDS);
  }

  /** The different phrases that a text holds. */
  Set<String> in(String text) {
    if (longest == 0) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    String[] words = words(text);
    for (int from = 0; from < words.length; from++) {
      addFrom(words, from, found);
    }
    return found;
  }

  private void addFrom(String[] words, int from, Set<String> found) {
    StringBuilder phrase = new StringBuilder();
    for (int to = from; to < Math.min(words.length, from + longest); to++) {
      phrase.append(to == from ? "" : " ").append(words[to]);
      String candidate = phrase.toString();
      if (phrases.contains(candidate)) {
        found.add(candidate);
      }
    }
  }
}
