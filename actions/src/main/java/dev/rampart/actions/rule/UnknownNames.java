package dev.rampart.actions.rule;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds to CEL's message about an unknown name what was found there and what is allowed. */
final class UnknownNames {
  private static final Pattern NAME =
      Pattern.compile("(event|features|scores|threshold|account)(?:\\.\\w++)*+");

  private final String[] lines;
  private final Set<String> allowed;

  UnknownNames(String text, Set<String> allowed) {
    this.lines = text.split("\n", -1);
    this.allowed = allowed;
  }

  /** What to add to a message about this place; empty where there is nothing to add. */
  String hint(int line, int column) {
    if (line < 1 || line > lines.length) {
      return "";
    }
    String text = lines[line - 1];
    if (column < 0 || column > text.codePointCount(0, text.length())) {
      return "";
    }
    Matcher name = NAME.matcher(text);
    name.region(text.offsetByCodePoints(0, column), text.length());
    return name.lookingAt() ? hint(name.group(), name.group(1) + ".") : "";
  }

  private String hint(String found, String prefix) {
    if (allowed.contains(found)) {
      return "";
    }
    Set<String> names =
        allowed.stream()
            .filter(name -> name.startsWith(prefix))
            .collect(Collectors.toCollection(TreeSet::new));
    return "; found "
        + found
        + ", allowed "
        + (names.isEmpty() ? "none" : String.join(", ", names));
  }
}
