package dev.rampart.classifiers.manifest;

/**
 * One thing that is wrong with a model folder.
 *
 * @param file in which
 * @param field of the file, empty where it is about the whole
 * @param found what stands there
 * @param allowed what may stand there
 */
public record Problem(String file, String field, String found, String allowed) {
  @Override
  public String toString() {
    return file
        + (field.isEmpty() ? "" : ": " + field)
        + ": found "
        + found
        + ", allowed: "
        + allowed;
  }
}
