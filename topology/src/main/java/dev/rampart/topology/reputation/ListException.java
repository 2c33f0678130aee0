package dev.rampart.topology.reputation;

import java.util.List;
import java.util.stream.Collectors;

/** List files that cannot be used, with everything that is wrong with them. */
public final class ListException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ListProblem> problems;

  ListException(List<ListProblem> problems) {
    super(problems.stream().map(ListProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, file by file, in the order of the lines. */
  public List<ListProblem> problems() {
    return problems;
  }
}
