package dev.rampart.actions.document;

import dev.rampart.actions.event.EventField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads overrides of thresholds. */
final class OverrideReader {
  /** More would make too many combinations of one rule. */
  static final int MOST = 16;

  private static final List<EventField> FIELDS =
      List.of(EventField.SURFACE, EventField.GUILD_ID, EventField.LOCALE, EventField.AGE_GROUP);

  private final Map<String, Threshold> thresholds;

  OverrideReader(Map<String, Threshold> thresholds) {
    this.thresholds = thresholds;
  }

  List<ThresholdOverride> read(YamlFields policy) {
    if (!policy.has("overrides")) {
      return List.of();
    }
    List<ThresholdOverride> overrides = policy.mappings("overrides", this::override);
    if (overrides.size() > MOST) {
      policy.report("overrides", "found " + overrides.size() + ", allowed " + MOST);
    }
    return overrides;
  }

  private ThresholdOverride override(YamlFields fields) {
    fields.allow("surface", "guild", "locale", "age_group", "thresholds");
    Map<EventField, List<String>> fits = new EnumMap<>(EventField.class);
    for (EventField field : FIELDS) {
      if (fields.has(name(field))) {
        fits.put(field, fields.texts(name(field)));
      }
    }
    if (fits.isEmpty()) {
      fields.report(
          "thresholds",
          "found for every event, allowed with one or more of surface, guild, locale, age_group");
    }
    return new ThresholdOverride(fits, values(fields.mapping("thresholds")));
  }

  private static String name(EventField field) {
    return field == EventField.GUILD_ID ? "guild" : field.fieldName();
  }

  private Map<String, Double> values(YamlFields fields) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : fields.names()) {
      Threshold threshold = thresholds.get(name);
      if (threshold == null) {
        fields.report(
            name,
            "unknown threshold, allowed " + String.join(", ", new TreeSet<>(thresholds.keySet())));
      } else {
        values.put(name, fields.number(name, threshold.min(), threshold.max()));
      }
    }
    return values;
  }
}
