package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.ops.http.ProblemException;
import java.util.List;

/** A policy that somebody sent as text. */
final class Draft {
  private static final String SOURCE = "document";

  private Draft() {}

  /** Everything that is wrong with it; empty where it can be used. */
  static List<PolicyProblem> problems(String yaml, PolicyVocabulary vocabulary) {
    try {
      var unused = CompiledPolicy.of(PolicyDocument.parse(SOURCE, yaml), vocabulary);
      return List.of();
    } catch (PolicyException wrong) {
      return wrong.problems();
    }
  }

  /**
   * The text of a version.
   *
   * @throws ProblemException where it cannot be used
   */
  static PolicyText text(String yaml, PolicyVocabulary vocabulary) {
    try {
      PolicyDocument document =
          CompiledPolicy.of(PolicyDocument.parse(SOURCE, yaml), vocabulary).document();
      return new PolicyText(document.policy(), document.version(), yaml);
    } catch (PolicyException wrong) {
      throw ProblemException.wrongInput(
          wrong.problems().stream().map(PolicyProblem::toString).toList());
    }
  }
}
