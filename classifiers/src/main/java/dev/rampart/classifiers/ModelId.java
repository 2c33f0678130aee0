package dev.rampart.classifiers;

/**
 * A model version: the two folder names under the repository.
 *
 * @param name such as {@code toxicity}
 * @param version such as {@code 1}
 */
public record ModelId(String name, String version) {

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
