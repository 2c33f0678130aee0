package dev.rampart.topology.features;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue file that cannot be used, with everything that is wrong with it. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogueProblem> problems;

  CatalogueException(List<CatalogueProblem> problems) {
    super(problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the file. */
  public List<CatalogueProblem> problems() {
    return problems;
  }
}
