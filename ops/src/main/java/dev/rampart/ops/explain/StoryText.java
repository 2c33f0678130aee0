package dev.rampart.ops.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.client.Lines;
import java.util.ArrayList;
import java.util.List;

/** An explanation for people. Used once. */
final class StoryText {
  private final JsonNode story;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  private StoryText(JsonNode story, boolean all) {
    this.story = story;
    this.all = all;
  }

  /**
   * The story as text.
   *
   * @param all whether to tell features and rules that did not match as well
   */
  static String of(JsonNode story, boolean all) {
    return new StoryText(story, all).text();
  }

  private String text() {
    lines.add(
        "%s %s of account %s at %s, decided at %s"
            .formatted(
                cell("kind"),
                cell("event_id"),
                cell("author_id"),
                cell("event_time"),
                cell("decided_at")));
    story.path("actions").forEach(this::addAction);
    story.path("rules").forEach(this::addRule);
    addScores();
    lines.add("");
    lines.add("ledger before  " + Lines.cell(story.path("ledger").path("before")));
    lines.add("ledger after   " + Lines.cell(story.path("ledger").path("after")));
    if (all) {
      addFeatures();
    }
    story.path("notes").forEach(note -> lines.add("note: " + note.asText()));
    return String.join(System.lineSeparator(), lines);
  }

  private String cell(String field) {
    return Lines.cell(story.path(field));
  }

  private void addAction(JsonNode action) {
    String reversal = Lines.cell(action.path("reversed_by"));
    lines.add(
        "action %s: %s %s %s by %s@%s/%s, %s%s"
            .formatted(
                action.path("action_id").asText(),
                action.path("kind").asText(),
                action.path("subject_type").asText(),
                action.path("subject_id").asText(),
                action.path("policy").asText(),
                action.path("policy_version").asText(),
                action.path("rule").asText(),
                action.path("mode").asText(),
                reversal.equals("-") ? "" : ", taken back by " + reversal));
  }

  private void addRule(JsonNode rule) {
    boolean matched = rule.path("matched").asBoolean();
    if (!matched && !all) {
      return;
    }
    lines.add("");
    lines.add(
        "%s@%s/%s %s %s"
            .formatted(
                rule.path("policy").asText(),
                rule.path("version").asText(),
                rule.path("rule").asText(),
                rule.path("mode").asText(),
                matched ? "matched" : "did not match"));
    rule.path("steps")
        .forEach(
            step ->
                lines.add(
                    "  %-50s %s"
                        .formatted(step.path("expression").asText(), step.path("value").asText())));
  }

  private void addScores() {
    lines.add("");
    story
        .path("scores")
        .forEach(
            model ->
                lines.add(
                    "scores of %s %s (%s): %s"
                        .formatted(
                            model.path("model").asText(),
                            model.path("version").asText(),
                            model.path("mode").asText(),
                            model.path("missing_because").isNull()
                                ? Lines.cell(model.path("labels"))
                                : "none, " + model.path("missing_because").asText())));
  }

  private void addFeatures() {
    lines.add("");
    story
        .path("features")
        .forEach(
            feature ->
                lines.add(
                    "%-34s %s %s"
                        .formatted(
                            feature.path("name").asText(),
                            Lines.cell(feature.path("value")),
                            feature.path("unit").asText())));
  }
}
