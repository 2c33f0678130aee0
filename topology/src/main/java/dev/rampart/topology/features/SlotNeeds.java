package dev.rampart.topology.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which storages each feature of a catalogue is worked out from. */
final class SlotNeeds {
  private final Map<String, FeatureDefinition> byName = new HashMap<>();

  /** The storages of a feature whose sources were asked for before it. */
  List<SlotSpec> of(FeatureDefinition feature) {
    byName.put(feature.name(), feature);
    return kinds(feature.aggregate()).stream().map(kind -> spec(kind, feature)).toList();
  }

  private static List<SlotKind> kinds(Aggregate aggregate) {
    return switch (aggregate) {
      case COUNT, RATE -> List.of(SlotKind.COUNT);
      case SUM -> List.of(SlotKind.SUM);
      case MIN -> List.of(SlotKind.MIN);
      case MAX -> List.of(SlotKind.MAX);
      case MEAN -> List.of(SlotKind.COUNT, SlotKind.SUM);
      case VARIANCE -> List.of(SlotKind.COUNT, SlotKind.SUM, SlotKind.SQUARES);
      case DISTINCT -> List.of(SlotKind.DISTINCT);
      case TOP_K, REPEATS, ENTROPY -> List.of(SlotKind.FREQUENCY);
      case FIRST -> List.of(SlotKind.FIRST_VALUE);
      case LAST -> List.of(SlotKind.LAST_VALUE);
      case TIME_SINCE -> List.of(SlotKind.LAST_TIME);
      case AGE -> List.of(SlotKind.ORIGIN);
      case RATIO, TENURE, VALUE -> List.of();
      case EWMA, Z_SCORE -> List.of(SlotKind.DECAY);
      case GAP_MEAN -> List.of(SlotKind.LAST_TIME, SlotKind.GAP_COUNT, SlotKind.GAP_SUM);
      case GAP_VARIATION ->
          List.of(SlotKind.LAST_TIME, SlotKind.GAP_COUNT, SlotKind.GAP_SUM, SlotKind.GAP_SQUARES);
    };
  }

  private SlotSpec spec(SlotKind kind, FeatureDefinition feature) {
    return new SlotSpec(
        kind,
        feature.where(),
        kind.keepsValue() ? value(feature) : "",
        kind.windowed() ? feature.window().toMillis() : 0);
  }

  private String value(FeatureDefinition feature) {
    return feature.of().isEmpty() ? feature.value() : meaning(feature.of().get(0));
  }

  /** What a feature means, whatever its name: a baseline over it starts afresh when it changes. */
  private String meaning(String name) {
    FeatureDefinition source = byName.get(name);
    if (source == null) {
      return name;
    }
    String sources = source.of().stream().map(this::meaning).collect(Collectors.joining(","));
    return String.join(
        "|",
        source.aggregate().label(),
        source.window().toString(),
        source.where(),
        source.value(),
        sources);
  }
}
