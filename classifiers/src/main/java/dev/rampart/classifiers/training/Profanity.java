package dev.rampart.classifiers.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labels that follow from words: profanity by a public list of terms, and harassment where a text
 * that is known to be toxic speaks to somebody. Weak labels, and the model card says so.
 */
final class Profanity {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}@$*]+");
  private static final Set<String> ADDRESS =
      Set.of("you", "your", "u", "ur", "youre", "yourself", "ты", "тебя", "тебе");

  private final Set<String> words = new HashSet<>();
  private final List<Example> terms;

  Profanity(Path root) {
    List<CsvRows.Row> rows = CsvRows.read(root.resolve("surge_profanity/profanity_en.csv"));
    List<CsvRows.Row> strong =
        rows.stream().filter(row -> !"Mild".equals(row.get("severity_description"))).toList();
    strong.stream()
        .map(row -> row.get("text").toLowerCase(Locale.ROOT))
        .filter(term -> term.matches("[\\p{L}\\p{N}@$*]{3,}"))
        .forEach(words::add);
    terms =
        strong.stream()
            .map(
                row ->
                    Example.of(row.get("text"), "surge", Map.of("profanity", true, "toxic", true)))
            .toList();
  }

  /** The terms themselves, each an example. */
  List<Example> terms() {
    return terms;
  }

  /** The example with what its words add. */
  Example labelled(Example example) {
    Map<String, Boolean> labels = new LinkedHashMap<>(example.labels());
    List<String> tokens = Arrays.asList(NO_WORD.split(example.text().toLowerCase(Locale.ROOT)));
    boolean profane = tokens.stream().anyMatch(words::contains);
    labels.putIfAbsent("profanity", profane);
    if (example.is("toxic")) {
      boolean addressed = tokens.stream().anyMatch(ADDRESS::contains) && profane;
      if (addressed) {
        labels.putIfAbsent("harassment", true);
      }
    }
    if (profane
        && Boolean.FALSE.equals(labels.get("toxic"))
        && !example.source().equals("templates")) {
      labels.remove("toxic");
    }
    return new Example(example.text(), example.source(), labels, example.weight());
  }
}
