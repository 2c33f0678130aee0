package dev.rampart.classifiers.training;

import dev.rampart.classifiers.evaluation.Ranking;
import dev.rampart.classifiers.text.HashSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Runs the published protocols of public sets with our featuriser and trainer, so that figures
 * compare with what others printed. Each protocol trains on that set's training part alone, with
 * the settings that did best in cross-validation inside the training part of EDOS.
 */
public final class PublicProtocols {
  private static final int FOLDS = 5;

  private final Path data;
  private final HashSpec spec;

  /**
   * One figure.
   *
   * @param protocol set and split
   * @param measure what was measured
   * @param value 0 to 1
   */
  public record Figure(String protocol, String measure, double value) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%-34s %-22s %.4f", protocol, measure, value);
    }
  }

  public PublicProtocols(Path data, HashSpec spec) {
    this.data = data;
    this.spec = spec;
  }

  /**
   * All protocols, in turn.
   *
   * @param progress told each figure when it is there
   */
  public List<Figure> run(Consumer<String> progress) {
    List<Figure> all = new ArrayList<>();
    List<Supplier<List<Figure>>> protocols =
        List.of(
            this::davidson,
            this::hatexplain,
            this::edos,
            this::sms,
            this::youtube,
            this::telegram,
            this::janitr,
            this::domains);
    for (Supplier<List<Figure>> protocol : protocols) {
      List<Figure> figures = protocol.get();
      figures.forEach(figure -> progress.accept(figure.toString()));
      all.addAll(figures);
    }
    return all;
  }

  List<Figure> davidson() {
    List<Example> all =
        oneHot(new AbuseSets(data).davidson(), e -> !e.is("toxic") ? 2 : e.is("hate") ? 0 : 1, 3);
    Confusion confusion = folds(all, 3);
    return List.of(
        new Figure("Davidson 5-fold", "weighted F1", confusion.weightedF1()),
        new Figure("Davidson 5-fold", "macro F1", confusion.macroF1()));
  }

  List<Figure> hatexplain() {
    AbuseSets sets = new AbuseSets(data);
    ToIntFunction<Example> kind = e -> e.is("hate") ? 0 : e.is("toxic") ? 1 : 2;
    List<Example> train = oneHot(sets.hatexplain("train"), kind, 3);
    List<Example> test = oneHot(sets.hatexplain("val"), kind, 3);
    Rows rows = Rows.of(test, labels(3), spec);
    LinearWeights weights = fit(train, 3);
    Confusion confusion = new Confusion(3);
    double[] scores = new double[test.size()];
    boolean[] truth = new boolean[test.size()];
    for (int i = 0; i < test.size(); i++) {
      float[] logits = weights.logits(rows.ids()[i], rows.scales()[i]);
      confusion.add(oneOf(rows.truth()[i]), largest(logits));
      truth[i] = rows.truth()[i][2] == 0;
      scores[i] = -logits[2];
    }
    return List.of(
        new Figure("HateXplain validation", "accuracy", confusion.accuracy()),
        new Figure("HateXplain validation", "macro F1", confusion.macroF1()),
        new Figure("HateXplain validation", "AUROC (toxic)", Ranking.auroc(scores, truth)));
  }

  /**
   * The threshold is the best one for the training rows, each scored by a model that was trained on
   * the other four fifths.
   */
  List<Figure> edos() {
    AbuseSets sets = new AbuseSets(data);
    List<Example> train = binary(sets.edos("train"), "sexist");
    double threshold = outOfFold(train).thresholdOfBestMacroF1();
    HeldOut dev = heldOut(train, binary(sets.edos("dev"), "sexist"));
    return List.of(
        new Figure("EDOS A dev", "macro F1", dev.confusionAt(threshold).macroF1()),
        new Figure("EDOS A dev", "AUROC", dev.auroc()));
  }

  private HeldOut outOfFold(List<Example> examples) {
    List<HeldOut> parts = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      List<Example> train = new ArrayList<>();
      List<Example> test = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? test : train).add(examples.get(i));
      }
      parts.add(heldOut(train, test));
    }
    return HeldOut.together(parts);
  }

  private HeldOut heldOut(List<Example> train, List<Example> test) {
    return HeldOut.of(Rows.of(test, labels(2), spec), fit(train, 2), 1);
  }

  List<Figure> sms() {
    Confusion confusion = folds(binary(new SpamSets(data).sms(), "spam"), 2);
    return List.of(
        new Figure("SMS spam 5-fold", "accuracy", confusion.accuracy()),
        new Figure("SMS spam 5-fold", "spam F1", confusion.f1(1)));
  }

  List<Figure> telegram() {
    Confusion confusion = folds(binary(new SpamSets(data).telegram(), "spam"), 2);
    return List.of(new Figure("Telegram RU 5-fold", "accuracy", confusion.accuracy()));
  }

  List<Figure> youtube() {
    Confusion confusion = new Confusion(2);
    for (String left : SpamSets.VIDEOS) {
      List<Example> train = new ArrayList<>();
      SpamSets.VIDEOS.stream()
          .filter(v -> !v.equals(left))
          .forEach(v -> train.addAll(new SpamSets(data).youtube(v)));
      test(binary(train, "spam"), binary(new SpamSets(data).youtube(left), "spam"), confusion);
    }
    return List.of(new Figure("YouTube leave one video out", "accuracy", confusion.accuracy()));
  }

  List<Figure> janitr() {
    SpamSets sets = new SpamSets(data);
    Confusion confusion = new Confusion(2);
    test(binary(sets.janitr("train"), "scam"), binary(sets.janitr("valid"), "scam"), confusion);
    return List.of(new Figure("janitr validation", "scam F1", confusion.f1(1)));
  }

  /**
   * Train on what was listed before 2023, test on what was listed from then on; benign domains by
   * halves.
   */
  List<Figure> domains() {
    DomainSets sets = new DomainSets(data);
    LocalDate split = LocalDate.of(2023, 1, 1);
    List<String> benign = sets.benign();
    List<Example> train = new ArrayList<>();
    List<Example> test = new ArrayList<>();
    sets.listed()
        .forEach(
            (domain, day) ->
                (day.isBefore(split) ? train : test)
                    .addAll(DomainSets.messages(List.of(domain), true)));
    for (int i = 0; i < benign.size(); i++) {
      (i % 2 == 0 ? train : test).addAll(DomainSets.messages(List.of(benign.get(i)), false));
    }
    HeldOut heldOut = heldOut(binary(train, "phishing"), binary(test, "phishing"));
    return List.of(new Figure("scam domains listed from 2023", "AUROC", heldOut.auroc()));
  }

  private Confusion folds(List<Example> examples, int classes) {
    List<Example> all = new ArrayList<>(new LinkedHashSet<>(examples));
    SplittableRandom random = new SplittableRandom(7);
    int[] fold = all.stream().mapToInt(e -> random.nextInt(FOLDS)).toArray();
    Confusion confusion = new Confusion(classes);
    for (int f = 0; f < FOLDS; f++) {
      List<Example> train = new ArrayList<>();
      List<Example> test = new ArrayList<>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == f ? test : train).add(all.get(i));
      }
      test(train, test, confusion);
    }
    return confusion;
  }

  private void test(List<Example> train, List<Example> test, Confusion confusion) {
    int classes = confusion.classes();
    LinearWeights weights = fit(train, classes);
    Rows rows = Rows.of(test, labels(classes), spec);
    for (int i = 0; i < rows.size(); i++) {
      confusion.add(
          oneOf(rows.truth()[i]), largest(weights.logits(rows.ids()[i], rows.scales()[i])));
    }
  }

  private LinearWeights fit(List<Example> train, int classes) {
    return new LinearTrainer(LinearTrainer.Settings.standard(spec.buckets()))
        .train(Rows.of(train, labels(classes), spec), share -> {});
  }

  private static List<Example> binary(List<Example> examples, String label) {
    return oneHot(examples, e -> e.is(label) ? 1 : 0, 2);
  }

  private static List<Example> oneHot(
      List<Example> examples, ToIntFunction<Example> kind, int classes) {
    return examples.stream()
        .map(e -> Example.of(e.text(), e.source(), oneHot(kind.applyAsInt(e), classes)))
        .toList();
  }

  private static Map<String, Boolean> oneHot(int kind, int classes) {
    return classes == 2
        ? Map.of("0", kind == 0, "1", kind == 1)
        : Map.of("0", kind == 0, "1", kind == 1, "2", kind == 2);
  }

  private static List<String> labels(int classes) {
    return List.of("0", "1", "2").subList(0, classes);
  }

  private static int oneOf(byte[] truth) {
    int at = 0;
    while (truth[at] != 1) {
      at++;
    }
    return at;
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
