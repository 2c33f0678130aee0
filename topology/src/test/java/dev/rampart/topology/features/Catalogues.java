package dev.rampart.topology.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Catalogues for tests: the shipped one, and small ones from text. */
final class Catalogues {
  private Catalogues() {}

  static FeatureCatalogue shipped() throws CatalogueException {
    return FeatureCatalogue.load(
        Path.of(System.getProperty("rampart.root"), "topology", "catalogue", "features.yml"));
  }

  /** Each feature as one flow mapping without the fields that only document it. */
  static FeatureCatalogue of(String... features) {
    return of("version: test\nfeatures:\n", "author", features);
  }

  /** The same of recipient pairs, which are kept for 30 days. */
  static FeatureCatalogue ofPairs(String... features) {
    return of(
        "version: test\nentities: [{entity: recipient_pair, kept: 30d}]\nfeatures:\n",
        "recipient_pair",
        features);
  }

  private static FeatureCatalogue of(String head, String entity, String... features) {
    StringBuilder text = new StringBuilder(head);
    for (String feature : features) {
      text.append("  - {entity: " + entity + ", unit: u, range: r, why: w, ")
          .append(feature)
          .append("}\n");
    }
    try {
      return FeatureCatalogue.load(write(text.toString()));
    } catch (CatalogueException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Every aggregate that a stream of {@link Seen} feeds, over short and long windows. */
  static FeatureCatalogue ofAllAggregates() {
    return of(allAggregates());
  }

  /** The same of recipient pairs. */
  static FeatureCatalogue ofAllAggregatesOfPairs() {
    return ofPairs(allAggregates());
  }

  private static String[] allAggregates() {
    List<String> features = new ArrayList<>();
    for (String where : List.of("", ", where: 'event.type == \"message\"'")) {
      for (String window : List.of("10s", "1m", "1h", "24h", "30d")) {
        addWindowed(features, where, window);
      }
      for (String aggregate : List.of("first", "last", "time_since", "value")) {
        String value = aggregate.equals("time_since") ? "" : ", value: event.link_count";
        String condition = aggregate.equals("value") ? "" : where;
        features.add("name: f" + features.size() + ", aggregate: " + aggregate + condition + value);
      }
    }
    return features.toArray(String[]::new);
  }

  private static void addWindowed(List<String> features, String where, String window) {
    for (Aggregate aggregate : Aggregate.values()) {
      if (aggregate.windowed()) {
        String name = "name: f" + features.size() + ", aggregate: " + aggregate.label();
        features.add(name + ", window: " + window + where + value(aggregate));
      }
    }
  }

  private static String value(Aggregate aggregate) {
    return switch (aggregate.needs()) {
      case NUMBER, NUMBER_OR_FEATURE -> ", value: event.link_count";
      case TEXT ->
          aggregate == Aggregate.DISTINCT
              ? ", value: event.channel_id"
              : ", value: folded(event.content)" + (aggregate == Aggregate.TOP_K ? ", k: 2" : "");
      case NOTHING, TIME, TWO_FEATURES -> "";
    };
  }

  static Path write(String text) {
    try {
      Path file = Files.createTempFile("catalogue", ".yml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
