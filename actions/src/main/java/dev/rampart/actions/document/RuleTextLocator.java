package dev.rampart.actions.document;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds where each character of a YAML text value stands in the file. YAML folds lines, cuts
 * indentation and resolves escapes, so the value is laid beside the raw text: characters that are
 * not white space appear in both in the same order. One for all rules of a file; each costs time in
 * its own length alone. Confined to one thread.
 */
final class RuleTextLocator {
  private final int[] raw;
  private int index;
  private int end;
  private int line;
  private int column;

  RuleTextLocator(String yaml) {
    this.raw = yaml.codePoints().toArray();
  }

  RuleText locate(ScalarNode node, String field) {
    index = Math.min(raw.length, node.getStartMark().getIndex());
    end = Math.min(raw.length, node.getEndMark().getIndex());
    line = node.getStartMark().getLine();
    column = node.getStartMark().getColumn() + 1;
    skipOpening(node);
    List<RuleText.Place> places = new ArrayList<>();
    node.getValue().codePoints().forEach(c -> place(c, places));
    places.add(new RuleText.Place(line + 1, column));
    return new RuleText(field, node.getValue(), places);
  }

  private void skipOpening(ScalarNode node) {
    ScalarStyle style = node.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      while (index < end && raw[index] != '\n') {
        advance();
      }
    } else if (style != ScalarStyle.PLAIN) {
      advance();
    }
  }

  private void place(int c, List<RuleText.Place> places) {
    if (!Character.isWhitespace(c)) {
      while (index < end && raw[index] != c) {
        advance();
      }
    }
    for (int unit = 0; unit < Character.charCount(c); unit++) {
      places.add(new RuleText.Place(line + 1, column));
    }
    if (!Character.isWhitespace(c) || (index < end && raw[index] == c)) {
      advance();
    }
  }

  private void advance() {
    if (index < end && raw[index] == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    index++;
  }
}
