package dev.rampart.actions.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out every part of a rule by itself, for a person who asks why. Its parts are planned when
 * it is first asked: most rules never are. Any thread may use it.
 */
final class RuleTracer {
  private final CelAbstractSyntaxTree tree;
  private final Map<String, Variable> variables;
  private final Function<CelAbstractSyntaxTree, Program> planner;
  private volatile @Nullable List<Steps.Part> parts;

  RuleTracer(
      CelAbstractSyntaxTree tree,
      Map<String, Variable> variables,
      Function<CelAbstractSyntaxTree, Program> planner) {
    this.tree = tree;
    this.variables = variables;
    this.planner = planner;
  }

  RuleTrace trace(
      Truth truth, EventView event, double[] features, float[] scores, Standing standing) {
    CelVariableResolver resolver =
        CelCondition.resolver(variables, event, features, scores, standing);
    return new RuleTrace(truth, parts().stream().map(part -> step(part, resolver)).toList());
  }

  private List<Steps.Part> parts() {
    List<Steps.Part> known = parts;
    if (known == null) {
      known = Steps.of(tree, variables, planner);
      parts = known;
    }
    return known;
  }

  private static RuleTrace.Step step(Steps.Part part, CelVariableResolver resolver) {
    return new RuleTrace.Step(part.expression(), value(part, resolver), part.names());
  }

  @SuppressWarnings("CatchingUnchecked") // what cannot be worked out is part of the answer
  private static String value(Steps.Part part, CelVariableResolver resolver) {
    try {
      return StepValue.of(part.program().eval(resolver), part.hidden());
    } catch (CelEvaluationException | RuntimeException e) {
      return StepValue.of(e);
    }
  }
}
