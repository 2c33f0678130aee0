package dev.rampart.actions.document;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds where each character of a YAML text value stands in the file. YAML folds lines, cuts
 * indentation and resolves escapes, so the value is laid beside the raw text: characters that are
 * not white space appear in both in the same order.
 */
final class RuleTextLocator {
  private final int[] raw;
  private final ScalarNode node;
  private int index;
  private int line;
  private int column = 1;

  RuleTextLocator(String yaml, ScalarNode node) {
    this.raw = yaml.codePoints().toArray();
    this.node = node;
  }

  RuleText locate(String field) {
    advanceTo(node.getStartMark().getIndex());
    skipOpening();
    List<RuleText.Place> places = new ArrayList<>();
    node.getValue().codePoints().forEach(c -> place(c, places));
    places.add(new RuleText.Place(line + 1, column));
    return new RuleText(field, node.getValue(), places);
  }

  private void skipOpening() {
    ScalarStyle style = node.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      while (index < raw.length && raw[index] != '\n') {
        advance();
      }
    } else if (style != ScalarStyle.PLAIN) {
      advance();
    }
  }

  private void place(int c, List<RuleText.Place> places) {
    if (!Character.isWhitespace(c)) {
      while (index < raw.length && raw[index] != c) {
        advance();
      }
    }
    for (int unit = 0; unit < Character.charCount(c); unit++) {
      places.add(new RuleText.Place(line + 1, column));
    }
    if (!Character.isWhitespace(c) || (index < raw.length && raw[index] == c)) {
      advance();
    }
  }

  private void advanceTo(int target) {
    while (index < target) {
      advance();
    }
  }

  private void advance() {
    if (index < raw.length && raw[index] == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    index++;
  }
}
