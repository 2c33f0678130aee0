package dev.rampart.classifiers.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be served, with every reason. */
public final class ModelRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ModelRefusedException(String model, List<Problem> problems) {
    super(
        "model "
            + model
            + " is refused:\n"
            + problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
