package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what was found where something else should be, without ever showing what a user wrote. */
final class Found {
  private static final int LONGEST = 80;
  private static final String NEVER_QUOTED = "content";

  private Found() {}

  static String in(String field, JsonNode value) {
    String kind = value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    if (value.isContainerNode() || value.isNull()) {
      return value.isNull() ? "null" : "an " + kind;
    }
    return field.equals(NEVER_QUOTED) ? "a " + kind : shortened(value.toString());
  }

  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }
}
