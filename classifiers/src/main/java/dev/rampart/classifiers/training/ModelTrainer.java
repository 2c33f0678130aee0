package dev.rampart.classifiers.training;

import dev.rampart.classifiers.text.HashSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Trains a shipped model from the public sets and writes its folder. The same data and seed write
 * the same bytes.
 */
public final class ModelTrainer {
  /** The models that it can train. */
  public static final List<String> MODELS = List.of("toxicity", "spam", "scam");

  static final List<String> TOXICITY_LABELS =
      List.of("toxic", "hate", "harassment", "sexist", "profanity");

  private static final int HELD_OUT_ONE_IN = 8;

  /** What ranks sets best that were left out of the mixture. */
  private static final double PENALTY = 0.3;

  private static final int SPELLED_ONE_IN = 4;

  private final Path data;
  private final long seed;
  private final BiConsumer<String, Double> progress;

  /**
   * A trainer.
   *
   * @param data folder with the public sets
   * @param seed of everything random
   * @param progress told what is done now, and which share of it is finished, 0 to 1
   */
  public ModelTrainer(Path data, long seed, BiConsumer<String, Double> progress) {
    this.data = data;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Trains a model and writes {@code <models>/<name>/<version>/}.
   *
   * @param name one of {@link #MODELS}
   */
  public void train(String name, String version, Path models) {
    progress.accept("reading the sets", 0.0);
    Mixture mixture = new Mixtures(data, seed).of(name);
    TrainedModel trained = train(mixture, HashSpec.STANDARD);
    progress.accept("writing", 0.0);
    new ModelFolder(models.resolve(name).resolve(version), version).write(mixture, trained);
    progress.accept("writing", 1.0);
  }

  TrainedModel train(Mixture mixture, HashSpec spec) {
    List<Example> train = new ArrayList<>();
    List<Example> heldOut = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Example example : mixture.examples()) {
      (random.nextInt(HELD_OUT_ONE_IN) == 0 ? heldOut : train).add(example);
    }
    train.addAll(spelledOtherwise(train, random));
    progress.accept("featurising", 0.0);
    Rows trainRows = Rows.of(train, mixture.labels(), spec);
    Rows heldOutRows = Rows.of(heldOut, mixture.labels(), spec);
    var settings = LinearTrainer.Settings.standard(spec.buckets()).withPenalty(PENALTY);
    LinearWeights weights =
        new LinearTrainer(settings).train(trainRows, share -> progress.accept("training", share));
    UnseenSources unseen =
        UnseenSources.of(
            new LinearTrainer(settings.quick()),
            trainRows,
            Rows.of(mixture.examples(), mixture.labels(), spec),
            share -> progress.accept("training without one set", share));
    return TrainedModel.finish(spec, weights, heldOutRows, unseen);
  }

  private List<Example> spelledOtherwise(List<Example> examples, SplittableRandom random) {
    Obfuscator obfuscator = new Obfuscator(seed);
    return examples.stream()
        .filter(example -> random.nextInt(SPELLED_ONE_IN) == 0)
        .map(
            example ->
                new Example(
                    obfuscator.spell(example.text()),
                    example.source(),
                    example.labels(),
                    example.weight()))
        .toList();
  }
}
