package dev.rampart.actions.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a rule that only the CEL interpreter can test. */
record CelCondition(Program program, Map<String, Variable> variables) implements Condition {
  @Override
  @SuppressWarnings("CatchingUnchecked") // a rule must never throw into the stream
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    try {
      return Truth.of(
          (Boolean) program.eval(resolver(variables, event, features, scores, standing)));
    } catch (CelEvaluationException | RuntimeException e) {
      return causedByMissingValue(e) ? Truth.MISSING : Truth.ERROR;
    }
  }

  /** Gives CEL the values that it asks for. */
  static CelVariableResolver resolver(
      Map<String, Variable> variables,
      EventView event,
      double[] features,
      float[] scores,
      Standing standing) {
    return name ->
        Optional.ofNullable(variables.get(name))
            .map(variable -> variable.value(event, features, scores, standing));
  }

  private static boolean causedByMissingValue(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MissingValue) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cost() {
    return 1000;
  }
}
