package dev.rampart.ops.supply;

import java.util.Comparator;
import java.util.List;

/**
 * A library that the program is delivered with.
 *
 * @param name group and artifact, or where it comes from and its name there
 * @param licences as the library itself names them; empty when it names none
 */
record Library(String name, String version, List<String> licences) implements Comparable<Library> {
  private static final Comparator<Library> ORDER =
      Comparator.comparing(Library::name).thenComparing(Library::version);

  @Override
  public int compareTo(Library other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
