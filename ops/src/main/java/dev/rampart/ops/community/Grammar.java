package dev.rampart.ops.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Sentences from alternatives: a section is a list of alternatives, and an alternative may name
 * sections in braces. {@code {#99}} is a number from 1 to 99. Immutable, so that threads may share
 * it.
 */
final class Grammar {
  private final Map<String, Section> sections = new HashMap<>();

  /**
   * Builds a grammar.
   *
   * @param texts alternatives by section
   * @throws IllegalArgumentException when an alternative names a section that does not exist
   */
  Grammar(Map<String, List<String>> texts) {
    texts.keySet().forEach(name -> sections.put(name, new Section()));
    texts.forEach(
        (name, alternatives) ->
            section(name).alternatives =
                alternatives.stream().map(this::parse).toArray(Part[][]::new));
  }

  /** A random sentence of that section. */
  String sentence(String section, SplittableRandom random) {
    StringBuilder text = new StringBuilder(96);
    section(section).append(text, random);
    return text.toString();
  }

  private Section section(String name) {
    Section section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException("no section is called '" + name + "'");
    }
    return section;
  }

  private Part[] parse(String alternative) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int open = alternative.indexOf('{'); open >= 0; open = alternative.indexOf('{', from)) {
      int close = alternative.indexOf('}', open);
      addLiteral(alternative.substring(from, open), parts);
      parts.add(reference(alternative.substring(open + 1, close)));
      from = close + 1;
    }
    addLiteral(alternative.substring(from), parts);
    return parts.toArray(Part[]::new);
  }

  private static void addLiteral(String text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add((target, random) -> target.append(text));
    }
  }

  private Part reference(String name) {
    if (name.startsWith("#")) {
      int bound = Integer.parseInt(name.substring(1));
      return (target, random) -> target.append(1 + random.nextInt(bound));
    }
    return section(name);
  }

  /** A piece of a sentence. */
  private interface Part {
    void append(StringBuilder target, SplittableRandom random);
  }

  private static final class Section implements Part {
    private Part[][] alternatives = {};

    @Override
    public void append(StringBuilder target, SplittableRandom random) {
      if (alternatives.length == 0) {
        return;
      }
      for (Part part : alternatives[random.nextInt(alternatives.length)]) {
        part.append(target, random);
      }
    }
  }
}
