package dev.rampart.actions.document;

import dev.rampart.schemas.ActionKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the actions of rules and ladders. */
final class ActionTemplateReader {
  private ActionTemplateReader() {}

  /** The action, or null where its kind is not known and nothing more can be said of it. */
  static @Nullable ActionTemplate read(YamlFields fields) {
    fields.allow(
        "kind", "subject", "notice", "duration", "label", "per_minute", "priority", "queue");
    return fields
        .choice("kind", ActionSchema.kinds())
        .map(kind -> read(fields, kind, ActionSchema.of(kind)))
        .orElse(null);
  }

  private static ActionTemplate read(YamlFields fields, ActionKind kind, ActionSchema schema) {
    Duration duration = duration(fields, kind);
    return new ActionTemplate(
        kind,
        fields.choice("subject", schema.subjects(), schema.subjects().get(0)),
        fields.text("notice", ""),
        parameters(fields, kind, schema, duration),
        duration);
  }

  static @Nullable Duration duration(YamlFields fields, ActionKind kind) {
    return isGiven(fields, "duration", ActionSchema.of(kind), kind)
        ? fields.duration("duration")
        : null;
  }

  private static Map<String, String> parameters(
      YamlFields fields, ActionKind kind, ActionSchema schema, @Nullable Duration duration) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (duration != null) {
      parameters.put("duration", duration.toString());
    }
    if (isGiven(fields, "label", schema, kind)) {
      parameters.put("label", fields.text("label"));
    }
    if (isGiven(fields, "queue", schema, kind)) {
      parameters.put("queue", fields.text("queue"));
    }
    if (isGiven(fields, "per_minute", schema, kind)) {
      parameters.put("per_minute", number(fields, "per_minute", 1, 1_000_000));
    }
    if (isGiven(fields, "priority", schema, kind)) {
      parameters.put("priority", number(fields, "priority", 0, 100));
    }
    return parameters;
  }

  private static String number(YamlFields fields, String name, int least, int most) {
    return Integer.toString(fields.wholeNumber(name, least, most));
  }

  private static boolean isGiven(
      YamlFields fields, String name, ActionSchema schema, ActionKind kind) {
    boolean given = fields.has(name);
    if (given && !schema.takes(name)) {
      fields.report(
          name, "found with kind " + YamlFields.written(kind) + ", which takes no " + name);
    }
    return (given && schema.takes(name)) || schema.required().contains(name);
  }
}
