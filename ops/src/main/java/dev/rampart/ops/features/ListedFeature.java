package dev.rampart.ops.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.topology.features.FeatureDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feature as {@code features list} shows it.
 *
 * @param window as the catalogue writes it; null where the feature looks at all of the past
 * @param where condition in CEL; empty for every event
 * @param value expression that is aggregated; empty where none is needed
 * @param of features that it is computed from
 * @param otherwise value served where there is none; null for none
 */
record ListedFeature(
    String name,
    String entity,
    String aggregate,
    @Nullable String window,
    String where,
    String value,
    List<String> of,
    @JsonProperty("default") @Nullable Double otherwise,
    String unit,
    String range,
    String why) {

  static ListedFeature of(FeatureDefinition feature) {
    return new ListedFeature(
        feature.name(),
        feature.entity().name().toLowerCase(Locale.ROOT),
        feature.aggregate().label(),
        window(feature.window()),
        feature.where(),
        feature.value(),
        feature.of(),
        Double.isNaN(feature.otherwise()) ? null : Double.valueOf(feature.otherwise()),
        feature.unit(),
        feature.range(),
        feature.why());
  }

  /** A window as the catalogue writes it; null for none. */
  static @Nullable String window(Duration window) {
    long seconds = window.toSeconds();
    if (seconds == 0) {
      return null;
    }
    if (seconds % 86_400 == 0 && seconds > 86_400) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
