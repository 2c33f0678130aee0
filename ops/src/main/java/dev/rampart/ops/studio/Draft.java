package dev.rampart.ops.studio;

import java.util.ArrayList;
import java.util.List;

/**
 * A draft that is published nowhere yet.
 *
 * @param policy id of the policy
 * @param version the next free one
 * @param document the text
 * @param lines what differs from the version that was changed, with some lines around it
 */
public record Draft(String policy, int version, String document, List<Line> lines) {
  private static final int AROUND = 2;

  /**
   * A line of a difference.
   *
   * @param op {@code +} added, {@code -} taken out, a space for one that both have
   */
  public record Line(String op, String text) {}

  /** A draft that differs from {@code before} in the content of its lines, not in their number. */
  static Draft of(String policy, int version, String before, String document) {
    return new Draft(policy, version, document, difference(before, document));
  }

  private static List<Line> difference(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> changed = after.lines().toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(changed.get(i))) {
        lines.add(new Line("-", old.get(i)));
        lines.add(new Line("+", changed.get(i)));
      } else if (isNear(old, changed, i)) {
        lines.add(new Line(" ", old.get(i)));
      }
    }
    return lines;
  }

  private static boolean isNear(List<String> old, List<String> changed, int line) {
    for (int i = Math.max(0, line - AROUND); i < Math.min(old.size(), line + AROUND + 1); i++) {
      if (!old.get(i).equals(changed.get(i))) {
        return true;
      }
    }
    return false;
  }
}
