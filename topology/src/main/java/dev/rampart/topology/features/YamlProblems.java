package dev.rampart.topology.features;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a catalogue file. */
final class YamlProblems {
  private final String file;
  private final List<CatalogueProblem> problems = new ArrayList<>();

  YamlProblems(String file) {
    this.file = file;
  }

  void add(Node at, String field, String found, String allowed) {
    add(at.getStartMark().getLine() + 1, field, found, allowed);
  }

  void add(int line, String field, String found, String allowed) {
    problems.add(new CatalogueProblem(file, line, field, found, allowed));
  }

  int count() {
    return problems.size();
  }

  /** Throws what was collected, in the order of the file, if anything was. */
  void throwIfAny() throws CatalogueException {
    if (!problems.isEmpty()) {
      problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
      throw new CatalogueException(problems);
    }
  }
}
