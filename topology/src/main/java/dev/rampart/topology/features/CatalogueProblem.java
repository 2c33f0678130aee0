package dev.rampart.topology.features;

/**
 * One thing wrong with a catalogue file.
 *
 * @param line line in the file, from 1
 * @param field where in the document, {@code author_links_1h.window} for instance
 * @param found what stands there
 * @param allowed what may stand there
 */
public record CatalogueProblem(String file, int line, String field, String found, String allowed) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + field + ": found " + found + "; allowed: " + allowed;
  }
}
