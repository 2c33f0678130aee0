package dev.rampart.actions.document;

import java.util.List;
import java.util.stream.Collectors;

/** Policies cannot be used; carries everything that is wrong with all of them. */
public final class PolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<PolicyProblem> problems;

  public PolicyException(List<PolicyProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<PolicyProblem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(PolicyProblem::toString)
        .collect(Collectors.joining("\n  ", count + " in the policies:\n  ", ""));
  }

  /** At least one problem, by file and then in the order of the text. */
  public List<PolicyProblem> problems() {
    return problems;
  }
}
