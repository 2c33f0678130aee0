package dev.rampart.classifiers.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the public sets of abusive text, and says what each one's classes mean for our labels. */
final class AbuseSets {
  private final Path root;

  AbuseSets(Path root) {
    this.root = root;
  }

  /** Tweets in three classes: hate, offensive, neither. */
  List<Example> davidson() {
    return CsvRows.read(root.resolve("davidson/labeled_data.csv")).stream()
        .map(
            row ->
                Example.of(
                    row.get("tweet"),
                    "davidson",
                    threeClasses(Integer.parseInt(row.get("class")), row.get("tweet"))))
        .toList();
  }

  /** Posts in three classes: hatespeech, offensive, normal. */
  List<Example> hatexplain(String split) {
    List<Example> all = new ArrayList<>();
    for (JsonNode row : JsonRows.array(root.resolve("hatexplain/" + split + ".json"))) {
      int kind = List.of("hatespeech", "offensive", "normal").indexOf(row.get(1).asText());
      String text = hatexplainText(row.get(0).asText());
      all.add(Example.of(text, "hatexplain", threeClasses(kind, text)));
    }
    return all;
  }

  private static String hatexplainText(String text) {
    return text.replace("<user>", "@user")
        .replace("<url>", "http://link")
        .replace("<number>", "10")
        .replaceAll("<[a-z]+>", " ");
  }

  /**
   * What is offensive but was not judged hateful says little about hate: those readers had few
   * words for the difference. One text in five keeps the judgement, the others leave it open.
   */
  private static Map<String, Boolean> threeClasses(int kind, String text) {
    return switch (kind) {
      case 0 -> Map.of("hate", true, "toxic", true);
      case 1 ->
          Math.floorMod(text.hashCode(), 5) == 0
              ? Map.of("hate", false, "toxic", true)
              : Map.of("toxic", true);
      case 2 -> Map.of("hate", false, "toxic", false, "harassment", false, "sexist", false);
      default -> throw new IllegalArgumentException("class " + kind);
    };
  }

  /** Posts from Gab and Reddit, sexist or not. */
  List<Example> edos(String split) {
    return CsvRows.read(root.resolve("edos/edos_labelled_aggregated.csv")).stream()
        .filter(row -> split.equals(row.get("split")))
        .map(
            row ->
                Example.of(
                    row.get("text").replace("[USER]", "@user").replace("[URL]", "http://link"),
                    "edos",
                    edosLabels(row)))
        .toList();
  }

  private static Map<String, Boolean> edosLabels(CsvRows.Row row) {
    char category = row.get("label_category").charAt(0);
    return switch (category) {
      case '1' -> Map.of("sexist", true, "toxic", true, "hate", true, "harassment", true);
      case '2' -> Map.of("sexist", true, "toxic", true, "hate", true);
      case '3', '4' -> Map.of("sexist", true);
      default -> Map.of("sexist", false);
    };
  }

  /** Comments that most readers found toxic, the toxic part marked. */
  List<Example> toxicSpans() {
    List<Example> all = new ArrayList<>();
    for (String part : List.of("tsd_train", "tsd_trial", "tsd_test")) {
      CsvRows.read(root.resolve("toxic_spans_civil_comments/" + part + ".csv")).stream()
          .filter(row -> !"[]".equals(row.get("spans")))
          .map(row -> Example.of(row.get("text"), "civil", Map.of("toxic", true)))
          .forEach(all::add);
    }
    return all;
  }

  /** Statements about groups, rated 1 to 5 by people. */
  List<Example> toxigen() {
    List<Example> all = new ArrayList<>();
    for (JsonNode row : JsonRows.array(root.resolve("toxigen_human_subset/toxiGen.json"))) {
      double rating = row.get("toxicity_score").asDouble();
      boolean hate = "hate".equals(row.get("label").asText());
      boolean aboutWomen = row.get("target_groups").toString().contains("women");
      if (!hate || rating >= 3.5) {
        all.add(Example.of(row.get("text").asText(), "toxigen", statement(hate, aboutWomen)));
      }
    }
    return all;
  }

  /**
   * Short statements with emoji, written by people against a model, in pairs that differ little.
   */
  List<Example> hatemoji(String part) {
    return CsvRows.read(root.resolve("hatemoji/HatemojiBuild_" + part + ".csv")).stream()
        .map(
            row ->
                Example.of(
                    row.get("text"),
                    "hatemoji",
                    statement(
                        "1".equals(row.get("label_gold")), "women".equals(row.get("target")))))
        .toList();
  }

  private static Map<String, Boolean> statement(boolean hate, boolean aboutWomen) {
    if (!hate) {
      return Map.of("hate", false, "toxic", false, "sexist", false);
    }
    return aboutWomen
        ? Map.of("hate", true, "toxic", true, "sexist", true)
        : Map.of("hate", true, "toxic", true);
  }
}
