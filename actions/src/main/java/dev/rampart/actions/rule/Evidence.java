package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FieldType;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A number that a rule looks at.
 *
 * @param threshold what the rule holds it against; null where that is not one constant
 */
record Evidence(String name, Variable variable, @Nullable Double threshold) {
  /** Whether a variable may be shown as a reason: numbers may, text of users may not. */
  static boolean isShown(Variable variable) {
    return variable instanceof Variable.Measure
        || variable instanceof Variable.RecentActions
        || (variable instanceof Variable.Field field && isCount(field.field()));
  }

  private static boolean isCount(EventField field) {
    return field.type() == FieldType.INT;
  }

  Reason reason(EventView event, double[] features, float[] scores, Standing standing) {
    Reason.Builder reason =
        Reason.newBuilder().setName(name).setValue(text(event, features, scores, standing));
    if (threshold != null) {
      reason.setThreshold(threshold);
    }
    return reason.build();
  }

  private String text(EventView event, double[] features, float[] scores, Standing standing) {
    if (variable instanceof Variable.Score score) {
      float value = scores[score.index()];
      return Float.isNaN(value) ? "missing" : Float.toString(value);
    }
    if (variable instanceof Variable.Measure number) {
      double value = number.number(event, features, scores, standing);
      return Double.isNaN(value) ? "missing" : Double.toString(value);
    }
    return variable.value(event, features, scores, standing).toString();
  }
}
