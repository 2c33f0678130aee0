package dev.rampart.ops.features;

import dev.rampart.topology.features.FeatureChange;
import java.util.Locale;

/**
 * What happens to a feature's past when the catalogue is put in place.
 *
 * @param change {@code added}, {@code removed} or {@code restarted}
 * @param meaning the same in words
 */
record ListedChange(String feature, String change, String meaning) {

  static ListedChange of(FeatureChange change) {
    return new ListedChange(
        change.name(), change.kind().name().toLowerCase(Locale.ROOT), meaning(change.kind()));
  }

  private static String meaning(FeatureChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "starts from nothing";
      case REMOVED -> "is forgotten when a record is next written";
      case RESTARTED -> "starts afresh: its window, condition or value changed";
    };
  }
}
