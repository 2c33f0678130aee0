package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What entities besides the author learn of an event. An event is handed to them as a few bytes, so
 * their features may use no more than this of it.
 */
public final class SightedFields {
  private static final Set<EventField> FIELDS =
      EnumSet.of(
          EventField.TYPE,
          EventField.KIND,
          EventField.EVENT_ID,
          EventField.AUTHOR_ID,
          EventField.TIME,
          EventField.CHANNEL_ID,
          EventField.GUILD_ID,
          EventField.IS_DIRECT,
          EventField.CONTENT_LENGTH,
          EventField.MENTION_COUNT,
          EventField.LINK_COUNT,
          EventField.ACCOUNT_CREATED_AT);
  private static final Pattern NAMED = Pattern.compile("event\\.([a-z_]+)");
  private static final String ALLOWED =
      Arrays.stream(EventField.values())
          .filter(FIELDS::contains)
          .map(field -> "event." + field.fieldName())
          .collect(Collectors.joining(", "));

  private SightedFields() {}

  /** Whether entities learn this field. */
  public static boolean contains(EventField field) {
    return FIELDS.contains(field);
  }

  static void check(YamlFields fields, FeatureDefinition feature) {
    if (!feature.entity().isKeptByAccount()) {
      check(fields, "where", feature.where());
      check(fields, "value", feature.value());
    }
  }

  static void check(YamlFields fields, String field, String expression) {
    Matcher named = NAMED.matcher(expression);
    while (named.find()) {
      if (EventField.named(named.group(1)).filter(name -> !FIELDS.contains(name)).isPresent()) {
        fields.problem(
            field, "event." + named.group(1), "for entities besides the author: " + ALLOWED);
      }
    }
  }
}
