package dev.rampart.ops.deadletters;

import java.util.Comparator;
import java.util.Optional;

/** Where a dead letter lies on its topic. Written {@code 2:17}. */
public record LetterPlace(int partition, long offset) implements Comparable<LetterPlace> {
  private static final Comparator<LetterPlace> ORDER =
      Comparator.comparingInt(LetterPlace::partition).thenComparingLong(LetterPlace::offset);

  /** The place that a text names; empty for another text. */
  static Optional<LetterPlace> parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      return parts.length == 2
          ? Optional.of(new LetterPlace(Integer.parseInt(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(LetterPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return partition + ":" + offset;
  }
}
