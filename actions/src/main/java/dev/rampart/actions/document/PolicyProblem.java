package dev.rampart.actions.document;

/**
 * One thing that is wrong with a policy.
 *
 * @param source file name, or another name of where the text came from
 * @param line from 1
 * @param column from 1
 * @param field path of the field, {@code rules[2].actions[0].kind} for instance; empty for the
 *     document as a whole
 * @param message what was found and what is allowed
 */
public record PolicyProblem(String source, int line, int column, String field, String message) {
  @Override
  public String toString() {
    String place = source + ":" + line + ":" + column + ": ";
    return field.isEmpty() ? place + message : place + field + ": " + message;
  }
}
