package dev.rampart.topology.reputation;

/**
 * One thing wrong with a list file.
 *
 * @param line line in the file, from 1
 */
public record ListProblem(String file, int line, String field, String found, String allowed) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + field + ": found " + found + "; allowed: " + allowed;
  }
}
