package dev.rampart.ops.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command line of the program as a document shows it.
 *
 * @param file the document, relative to the repository
 * @param line where it begins, from 1
 * @param words what follows {@code ./rampart}, without placeholders that stand for anything
 * @param whole whether it is to be typed as it stands; otherwise the text only names it, and what
 *     it needs may be missing
 */
record DocumentedCommand(Path file, int line, List<String> words, boolean whole) {
  /** The arguments, as {@code main} gets them. */
  String[] arguments() {
    return words.toArray(String[]::new);
  }

  /** The names of the command and the group that it belongs to, {@code topics create} say. */
  String name() {
    return words.stream()
        .takeWhile(word -> word.matches("[a-z][a-z-]*"))
        .collect(Collectors.joining(" "));
  }

  String place() {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return place() + " ./rampart " + String.join(" ", words);
  }
}
