package dev.rampart.schemas.json;

import java.util.List;
import java.util.stream.Collectors;

/** A line that is no event. Names every problem; never quotes the content of a message. */
public final class EventLineException extends RuntimeException {

  /**
   * One thing that is wrong.
   *
   * @param field where: the name of a field, {@code mentions[3]} for an element; empty for the line
   *     as a whole
   * @param found what was found there, at most 80 characters of it
   * @param allowed what may stand there
   */
  public record Problem(String field, String found, String allowed) {
    @Override
    public String toString() {
      return (field.isEmpty() ? "" : field + ": ") + "found " + found + "; allowed: " + allowed;
    }
  }

  private final transient List<Problem> problems;

  EventLineException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining(" | ")));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
