package dev.rampart.actions.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The features of the shipped catalogue and the labels of the shipped models, as their files name
 * them, and values of an unremarkable message.
 */
public final class ShippedVocabulary {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ".."));
  static final PolicyVocabulary VOCABULARY = new PolicyVocabulary(featureNames(), scoreNames());

  private static final Map<String, Double> CALM =
      Map.of(
          "author_messages_1m", 1.0,
          "author_messages_10s", 1.0,
          "author_messages_1h", 4.0,
          "author_messages_24h", 40.0,
          "author_same_text_1h", 1.0,
          "author_gap_mean_1h", 300.0,
          "author_length_max_1h", 120.0,
          "account_age_days", 730.0);

  private ShippedVocabulary() {}

  /** Folder of the policies that come with the program. */
  public static Path shippedPolicies() {
    return ROOT.resolve("actions/policies");
  }

  /** Features of a member of two years who writes now and then. */
  static double[] calmFeatures() {
    return features(CALM);
  }

  /** Scores of a friendly message. */
  static float[] calmScores() {
    float[] scores = new float[VOCABULARY.scores().size()];
    Arrays.fill(scores, 0.02f);
    return scores;
  }

  /** Calm features but for those. */
  static double[] calmFeaturesBut(Map<String, Double> others) {
    double[] features = calmFeatures();
    others.forEach((name, value) -> features[place(VOCABULARY.features(), name)] = value);
    return features;
  }

  /** Calm scores but for those. */
  static float[] calmScoresBut(Map<String, Double> others) {
    float[] scores = calmScores();
    others.forEach((name, value) -> scores[place(VOCABULARY.scores(), name)] = value.floatValue());
    return scores;
  }

  private static double[] features(Map<String, Double> values) {
    return VOCABULARY.features().stream()
        .mapToDouble(name -> values.getOrDefault(name, 0.0))
        .toArray();
  }

  private static int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("nothing is called " + name);
    }
    return place;
  }

  private static List<String> featureNames() {
    List<?> features = (List<?>) yaml(ROOT.resolve("topology/catalogue/features.yml"), "features");
    return features.stream().map(feature -> (String) ((Map<?, ?>) feature).get("name")).toList();
  }

  private static List<String> scoreNames() {
    try (Stream<Path> models = Files.list(ROOT.resolve("classifiers/models"))) {
      return models
          .filter(Files::isDirectory)
          .sorted()
          .flatMap(ShippedVocabulary::versions)
          .flatMap(ShippedVocabulary::scoreNames)
          .distinct()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> versions(Path model) {
    try (Stream<Path> versions = Files.list(model)) {
      return versions.map(version -> version.resolve("model.yaml")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> scoreNames(Path model) {
    List<?> labels = (List<?>) yaml(model, "labels");
    return labels.stream().map(label -> yaml(model, "name") + "." + label);
  }

  private static Object yaml(Path file, String key) {
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Map<String, Object> document = yaml.load(Files.readString(file));
      return Objects.requireNonNull(document.get(key), () -> file + " has no " + key);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
