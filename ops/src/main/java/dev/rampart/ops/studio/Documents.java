package dev.rampart.ops.studio;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.document.Threshold;
import dev.rampart.ops.http.ProblemException;
import java.util.TreeSet;

/** Reads what analysts send: what is wrong with it goes back to them. */
final class Documents {
  private Documents() {}

  static PolicyDocument parse(String name, String yaml) {
    try {
      return PolicyDocument.parse(name, yaml);
    } catch (PolicyException wrong) {
      throw ProblemException.wrongInput(
          wrong.problems().stream().map(PolicyProblem::toString).toList());
    }
  }

  static Threshold threshold(PolicyDocument policy, String name) {
    Threshold threshold = policy.thresholds().get(name);
    if (threshold == null) {
      throw ProblemException.wrongInput(
          "threshold: found '%s', policy %s has %s"
              .formatted(
                  name,
                  policy.policy(),
                  String.join(", ", new TreeSet<>(policy.thresholds().keySet()))));
    }
    if (threshold.min() == threshold.max()) {
      throw ProblemException.wrongInput(
          "threshold: %s of policy %s has one allowed value only".formatted(name, policy.policy()));
    }
    return threshold;
  }
}
