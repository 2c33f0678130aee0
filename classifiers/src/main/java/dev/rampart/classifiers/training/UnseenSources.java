package dev.rampart.classifiers.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Each set of a mixture scored by a model that was trained on the other sets only: what a model is
 * worth where it has seen nothing like it. A random split cannot tell, because sets have habits of
 * their own that both halves share.
 *
 * @param bySource the held-out examples of each label, in the order of the labels, by set
 */
record UnseenSources(Map<String, List<HeldOut>> bySource) {
  /** Sets of everyday talk, whose negatives tell how often a threshold fires without a reason. */
  static final List<String> CHAT = List.of("irc", "sms", "youtube");

  /** Everyday talk in a language that no other set has: left out it would be judged unread. */
  static final String ALONE_IN_ITS_LANGUAGE = "telegram";

  /**
   * Trains once for each set.
   *
   * @param train rows to learn from
   * @param all rows to score, each set by the model that did not learn from it
   * @param progress told the finished share, 0 to 1
   */
  static UnseenSources of(LinearTrainer trainer, Rows train, Rows all, DoubleConsumer progress) {
    Map<String, List<HeldOut>> bySource = new LinkedHashMap<>();
    Set<String> sources = new LinkedHashSet<>(all.sources());
    for (String source : sources) {
      LinearWeights weights = trainer.train(train.without(source), share -> {});
      Rows rows = all.of(source);
      bySource.put(
          source,
          IntStream.range(0, all.labels().size())
              .mapToObj(label -> HeldOut.of(rows, weights, label))
              .toList());
      progress.accept((double) bySource.size() / sources.size());
    }
    return new UnseenSources(bySource);
  }

  /** The sets that know a label, for the label at this place. */
  Map<String, HeldOut> of(int label) {
    Map<String, HeldOut> known = new LinkedHashMap<>();
    bySource.forEach(
        (source, heldOut) -> {
          if (heldOut.get(label).truth().length > 0) {
            known.put(source, heldOut.get(label));
          }
        });
    return known;
  }

  /**
   * The everyday talk that knows a label, scored by models that had not seen its set; that of a
   * language of its own by the given model, on rows which it has not seen.
   */
  List<HeldOut> chat(int label, LinearWeights weights, Rows heldOut) {
    List<HeldOut> chat = new ArrayList<>();
    CHAT.stream()
        .map(bySource::get)
        .filter(Objects::nonNull)
        .forEach(set -> chat.add(set.get(label)));
    chat.add(HeldOut.of(heldOut.of(ALONE_IN_ITS_LANGUAGE), weights, label));
    return chat.stream().filter(set -> set.positives() < set.truth().length).toList();
  }
}
