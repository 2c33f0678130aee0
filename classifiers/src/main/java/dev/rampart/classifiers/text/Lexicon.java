package dev.rampart.classifiers.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A list of plain words that the rules treat alike, looked up by their hash. */
final class Lexicon {
  private final int[] slots;

  private Lexicon(String[] words) {
    slots = new int[Integer.highestOneBit(words.length * 8)];
    for (String word : words) {
      insert(Hashing.of(word));
    }
  }

  /**
   * The words of a resource beside this class: parted by white space, lines that start with #
   * apart.
   */
  static Lexicon read(String resource) {
    var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Lexicon(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
              .filter(word -> !word.isEmpty())
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  boolean contains(int hash) {
    int at = hash & (slots.length - 1);
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return true;
      }
      at = (at + 1) & (slots.length - 1);
    }
    return false;
  }

  private void insert(int hash) {
    int at = hash & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = hash;
  }
}
