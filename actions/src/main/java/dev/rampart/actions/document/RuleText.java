package dev.rampart.actions.document;

import java.util.List;

/**
 * The text of a rule, and where each of its characters stands in the policy file.
 *
 * @param field path of the field in the policy
 * @param text the condition, as CEL gets it
 * @param places where each UTF-16 unit of the text stands, and the end of the text
 */
public record RuleText(String field, String text, List<Place> places) {
  public RuleText {
    places = List.copyOf(places);
  }

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {}

  /** Where in the file a place of the text is: its line from 1, its column from 0. */
  public Place placeOf(int line, int column) {
    int offset = 0;
    for (int i = 1; i < line && text.indexOf('\n', offset) >= 0; i++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    int units = Math.max(0, Math.min(text.length() - offset, units(offset, column)));
    return places.get(offset + units);
  }

  private int units(int offset, int codePoints) {
    int available = text.codePointCount(offset, text.length());
    return text.offsetByCodePoints(offset, Math.max(0, Math.min(codePoints, available))) - offset;
  }
}
