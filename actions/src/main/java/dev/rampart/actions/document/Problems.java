package dev.rampart.actions.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Gathers what is wrong with one document, up to a number that nobody reads: each says what is
 * allowed, so that a hostile document could make many gigabytes of them. Confined to one thread.
 */
final class Problems {
  private static final int MOST = 500;

  private final String source;
  private final List<PolicyProblem> problems = new ArrayList<>();

  Problems(String source) {
    this.source = source;
  }

  void add(Node node, String field, String message) {
    add(node.getStartMark(), field, message);
  }

  void add(Mark mark, String field, String message) {
    add(new PolicyProblem(source, mark.getLine() + 1, mark.getColumn() + 1, field, message));
  }

  void add(String message) {
    add(new PolicyProblem(source, 1, 1, "", message));
  }

  private void add(PolicyProblem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }

  /**
   * @throws PolicyException when there are any, in the order of the text
   */
  void throwIfAny() throws PolicyException {
    if (!problems.isEmpty()) {
      throw new PolicyException(
          problems.stream()
              .sorted(
                  Comparator.comparingInt(PolicyProblem::line)
                      .thenComparingInt(PolicyProblem::column))
              .toList());
    }
  }
}
