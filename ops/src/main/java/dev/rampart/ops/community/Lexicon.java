package dev.rampart.ops.community;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sentences that the community has, a {@link Grammar} for each topic, from resource files. */
final class Lexicon {
  private static final List<String> TOPICS =
      List.of(
          "gaming",
          "cooking",
          "music",
          "coding",
          "football",
          "garden",
          "films",
          "travel",
          "pets",
          "study");
  private static final List<Grammar> GRAMMARS = TOPICS.stream().map(Lexicon::load).toList();

  private Lexicon() {}

  static int topics() {
    return TOPICS.size();
  }

  static Grammar topic(int index) {
    return GRAMMARS.get(index);
  }

  private static Grammar load(String topic) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    read("talk.txt", sections);
    read("topics/" + topic + ".txt", sections);
    return new Grammar(sections);
  }

  private static void read(String file, Map<String, List<String>> sections) {
    List<String> section = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.indexOf(']')), section);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(line);
      }
    }
  }

  private static String text(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
