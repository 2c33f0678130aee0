package dev.rampart.classifiers.training;

import dev.rampart.classifiers.evaluation.Ranking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Sentences of our own that ask a model for one thing at a time, after the example of HateCheck
 * (Röttger et al. 2021): disguised spelling, emoji, quotation, counter-speech, groups in harmless
 * sentences, other languages. No model learns from them.
 *
 * @param kinds what is asked
 */
public record FunctionalSuite(List<Kind> kinds) {
  private static final String RESOURCE = "functional-suite.yaml";

  /** The labels that find something, by model: one of them is enough. */
  private static final Map<String, List<String>> LABELS =
      Map.of(
          "toxicity",
          List.of("toxic", "hate"),
          "spam",
          List.of("spam"),
          "scam",
          List.of("scam", "phishing"));

  /**
   * Sentences of one kind.
   *
   * @param name of the kind
   * @param model that is asked
   * @param expected whether it should find something
   * @param texts the sentences
   */
  public record Kind(String name, String model, boolean expected, List<String> texts) {}

  /**
   * What a model made of one kind.
   *
   * @param kind which
   * @param found how many of its sentences reach a threshold
   */
  public record Finding(Kind kind, int found) {
    /** Share of the sentences that were judged right, 0 to 1. */
    public double right() {
      int right = kind.expected() ? found : kind.texts().size() - found;
      return (double) right / kind.texts().size();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-9s %-32s %s %2d of %2d",
          kind.model(),
          kind.name(),
          kind.expected() ? "found     " : "false find",
          found,
          kind.texts().size());
    }
  }

  /** The suite that is shipped. */
  public static FunctionalSuite read() {
    try (InputStream in =
        Objects.requireNonNull(FunctionalSuite.class.getResourceAsStream(RESOURCE))) {
      Map<?, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      List<?> kinds = (List<?>) Objects.requireNonNull(yaml.get("kinds"));
      return new FunctionalSuite(kinds.stream().map(kind -> kind((Map<?, ?>) kind)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static Kind kind(Map<?, ?> fields) {
    List<?> texts = (List<?>) Objects.requireNonNull(fields.get("texts"));
    return new Kind(
        String.valueOf(fields.get("name")),
        String.valueOf(fields.get("model")),
        Integer.valueOf(1).equals(fields.get("expect")),
        texts.stream().map(String::valueOf).toList());
  }

  /** The labels of a model of which one is enough. */
  public static List<String> labels(String model) {
    return Objects.requireNonNull(LABELS.get(model), model);
  }

  /**
   * What a model finds.
   *
   * @param isFound whether a text reaches a threshold
   */
  public List<Finding> findings(String model, Predicate<String> isFound) {
    return of(model).stream()
        .map(kind -> new Finding(kind, (int) kind.texts().stream().filter(isFound).count()))
        .toList();
  }

  /** How well a score ranks what a model should find before what it should not: AUROC. */
  public double ranking(String model, ToDoubleFunction<String> score) {
    List<Double> scores = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (Kind kind : of(model)) {
      kind.texts().forEach(text -> scores.add(score.applyAsDouble(text)));
      kind.texts().forEach(text -> truth.add(kind.expected()));
    }
    boolean[] expected = new boolean[truth.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = truth.get(i);
    }
    return Ranking.auroc(scores.stream().mapToDouble(s -> s).toArray(), expected);
  }

  private List<Kind> of(String model) {
    return kinds.stream().filter(kind -> kind.model().equals(model)).toList();
  }
}
