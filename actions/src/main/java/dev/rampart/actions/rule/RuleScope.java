package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that the rules of one policy may use, beside the fields of the event and the standing
 * of the account.
 *
 * @param features names of the features, in the order in which their values come
 * @param scores names of the scores as {@code model.label}, in the order in which they come
 * @param thresholds value of each threshold by name
 */
public record RuleScope(
    List<String> features, List<String> scores, Map<String, Double> thresholds) {
  public RuleScope {
    features = List.copyOf(features);
    scores = List.copyOf(scores);
    thresholds = Map.copyOf(thresholds);
  }

  /** The fields of the event by their full names. */
  static Map<String, Variable> eventVariables() {
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (EventField field : EventField.values()) {
      variables.put("event." + field.fieldName(), new Variable.Field(field));
    }
    return variables;
  }

  /** Every variable by its full name, in the order in which errors list them. */
  Map<String, Variable> variables() {
    Map<String, Variable> variables = eventVariables();
    for (int i = 0; i < features.size(); i++) {
      variables.put("features." + features.get(i), new Variable.Feature(i));
    }
    for (int i = 0; i < scores.size(); i++) {
      variables.put("scores." + scores.get(i), new Variable.Score(i));
    }
    new TreeMap<>(thresholds)
        .forEach(
            (name, value) -> variables.put("threshold." + name, new Variable.Threshold(value)));
    variables.put("account.strikes", new Variable.Strikes());
    variables.put("account.recent_actions", new Variable.RecentActions());
    return variables;
  }
}
