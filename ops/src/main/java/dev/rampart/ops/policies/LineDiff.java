package dev.rampart.ops.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed between two texts, line by line: the shortest way from one to the other. */
public final class LineDiff {
  private static final String SAME = " ";
  private static final String ADDED = "+";
  private static final String TAKEN_OUT = "-";

  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A line.
   *
   * @param op {@code +}, {@code -} or a space for one that stayed
   */
  public record Line(String op, String text) {}

  static List<Line> between(String before, String after) {
    return new LineDiff(before.lines().toList(), after.lines().toList()).lines();
  }

  /** Walks back through the table of longest common parts. */
  private List<Line> lines() {
    int[][] common = common();
    List<Line> lines = new ArrayList<>();
    int i = before.size();
    int j = after.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
        lines.add(new Line(SAME, before.get(--i)));
        j--;
      } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
        lines.add(new Line(ADDED, after.get(--j)));
      } else {
        lines.add(new Line(TAKEN_OUT, before.get(--i)));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  /** Length of the longest common part of the first i lines of one and the first j of the other. */
  private int[][] common() {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        common[i][j] =
            before.get(i - 1).equals(after.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return common;
  }
}
