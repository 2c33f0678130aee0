package dev.rampart.topology.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hot texts, found by likeness: candidates share a pair of bins (locality-sensitive hashing), and
 * the likest that is like enough is taken. One thread writes, any reads.
 */
final class HotTexts {
  /** Similarity from which two texts are copies of one. */
  static final double ALIKE = 0.5;

  private static final int PAIRS = TextSignature.BINS / 2;

  private final Map<Long, List<Text>> byPair = new ConcurrentHashMap<>();

  private record Text(TextSignature signature, HotEntity entity) {}

  boolean isEmpty() {
    return byPair.isEmpty();
  }

  void put(TextSignature signature, HotEntity entity) {
    remove(signature, entity.entity());
    for (int pair = 0; pair < PAIRS; pair++) {
      if (signature.hasPair(pair)) {
        byPair.merge(signature.pair(pair), List.of(new Text(signature, entity)), HotTexts::both);
      }
    }
  }

  void remove(TextSignature signature, String entity) {
    for (int pair = 0; pair < PAIRS; pair++) {
      byPair.computeIfPresent(
          signature.pair(pair),
          (key, texts) -> {
            List<Text> rest =
                texts.stream().filter(text -> !text.entity().entity().equals(entity)).toList();
            return rest.isEmpty() ? null : rest;
          });
    }
  }

  /** The hot text that is likest and served at a time; null where none is like enough. */
  @Nullable HotEntity find(TextSignature signature, long eventTime) {
    HotEntity found = null;
    double likeness = ALIKE;
    for (int pair = 0; pair < PAIRS; pair++) {
      for (Text text : byPair.getOrDefault(signature.pair(pair), List.of())) {
        double similarity = text.signature().similarity(signature);
        if (similarity >= likeness && text.entity().isServedAt(eventTime)) {
          found = text.entity();
          likeness = similarity;
        }
      }
    }
    return found;
  }

  private static List<Text> both(List<Text> some, List<Text> more) {
    List<Text> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
