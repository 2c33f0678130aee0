package dev.rampart.actions.document;

import dev.rampart.schemas.EventType;
import dev.rampart.schemas.SubjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the rules of a policy.
 *
 * @param locator finds the texts of rules in the policy's file
 * @param events types of event for rules that name none
 * @param onMissing for rules that name none
 */
record RuleReader(RuleTextLocator locator, Set<EventType> events, OnMissing onMissing) {
  private static final Set<EventType> ABOUT_MESSAGES = Set.of(EventType.MESSAGE, EventType.FINDING);
  private static final List<OnMissing> ON_MISSING = List.of(OnMissing.values());

  static RuleReader of(YamlFields policy, String yaml) {
    return new RuleReader(
        new RuleTextLocator(yaml),
        events(policy, Set.of(EventType.MESSAGE)),
        onMissing(policy, OnMissing.NO_MATCH));
  }

  private static Set<EventType> events(YamlFields fields, Set<EventType> fallback) {
    if (!fields.has("events")) {
      return fallback;
    }
    Set<EventType> events = Set.copyOf(fields.choices("events", PolicyParser.EVENTS));
    if (events.isEmpty()) {
      fields.report("events", "found no type of event, allowed message, user, feedback, finding");
    }
    return events;
  }

  private static OnMissing onMissing(YamlFields fields, OnMissing fallback) {
    return fields.choice("on_missing", ON_MISSING, fallback);
  }

  RuleDocument read(YamlFields fields) {
    fields.allow(
        "id", "description", "when", "events", "on_missing", "actions", "strikes", "cooldown");
    Set<EventType> ruleEvents = events(fields, events);
    List<ActionTemplate> actions = actions(fields, ruleEvents);
    return new RuleDocument(
        PolicyParser.id(fields, "id"),
        fields.text("description", ""),
        when(fields),
        ruleEvents,
        onMissing(fields, onMissing),
        actions,
        strikes(fields, actions),
        fields.has("cooldown") ? fields.duration("cooldown") : null);
  }

  private RuleText when(YamlFields fields) {
    ScalarNode scalar = fields.scalar("when");
    return scalar == null
        ? new RuleText(fields.field("when"), "", List.of(new RuleText.Place(1, 1)))
        : locator.locate(scalar, fields.field("when"));
  }

  private static double strikes(YamlFields fields, List<ActionTemplate> actions) {
    if (!fields.has("strikes")) {
      return 0;
    }
    double strikes = fields.number("strikes", 0, PolicyParser.MAX_STRIKES);
    if (strikes > 0 && actions.isEmpty()) {
      fields.report(
          "strikes", "found in a rule without actions, allowed where an action can be appealed");
    }
    return strikes;
  }

  private static List<ActionTemplate> actions(YamlFields fields, Set<EventType> events) {
    if (!fields.has("actions")) {
      return List.of();
    }
    Set<Object> seen = new HashSet<>();
    return fields.mappings(
        "actions",
        action -> {
          ActionTemplate template = ActionTemplateReader.read(action);
          if (template == null) {
            return null;
          }
          if (!seen.add(List.of(template.kind(), template.subject()))) {
            action.report("kind", "found twice for the same subject, allowed once in a rule");
          }
          checkSubject(action, template, events);
          return template;
        });
  }

  private static void checkSubject(
      YamlFields action, ActionTemplate template, Set<EventType> events) {
    if (template.subject() == SubjectType.MESSAGE && !ABOUT_MESSAGES.containsAll(events)) {
      action.report(
          "subject",
          "found message in a rule for other events, allowed with events: message, finding");
    }
  }
}
