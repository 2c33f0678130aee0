package dev.rampart.ops.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command line as a shell does, up to the end of the command or a comment. Square brackets
 * mark what may be left out, and are dropped.
 */
final class ShellWords {
  private final List<String> words = new ArrayList<>();
  private @Nullable StringBuilder word;
  private char quote;
  private boolean ended;

  private ShellWords() {}

  static List<String> of(String commandLine) {
    ShellWords split = new ShellWords();
    commandLine.chars().forEach(letter -> split.take((char) letter));
    split.endWord();
    return split.words;
  }

  private void take(char letter) {
    if (ended) {
      return;
    }
    if (quote != 0) {
      takeQuoted(letter);
    } else if (letter == '\'' || letter == '"') {
      quote = letter;
      word();
    } else {
      takePlain(letter);
    }
  }

  private void takeQuoted(char letter) {
    if (letter == quote) {
      quote = 0;
    } else {
      word().append(letter);
    }
  }

  private void takePlain(char letter) {
    if (";|&><".indexOf(letter) >= 0 || (letter == '#' && word == null)) {
      ended = true;
    } else if (Character.isWhitespace(letter)) {
      endWord();
    } else if ("[]".indexOf(letter) < 0) {
      word().append(letter);
    }
  }

  private StringBuilder word() {
    if (word == null) {
      word = new StringBuilder();
    }
    return word;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }
}
