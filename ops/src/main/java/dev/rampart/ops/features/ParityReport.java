package dev.rampart.ops.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parity check found.
 *
 * @param catalogueVersion catalogue that was served and recomputed
 * @param decisions decisions in the file
 * @param withoutInput decisions whose event the input does not have
 * @param share share, 0 to 1, of the recomputed values that match exactly; null when none was
 * @param features by feature, in the catalogue's order
 */
record ParityReport(
    String catalogueVersion,
    long decisions,
    long withoutInput,
    @Nullable Double share,
    List<Row> features) {

  /**
   * One feature.
   *
   * @param compared values that were worked out again
   * @param matched of these, those that equal the served one to the last bit
   * @param share matched divided by compared, 0 to 1; null when nothing was compared
   * @param sketched served values that a sketch had estimated
   * @param sketchErrorMean mean distance of these from the exact count, as a share of it
   * @param sketchErrorMost the largest such distance
   */
  record Row(
      String feature,
      String check,
      long compared,
      long matched,
      @Nullable Double share,
      long sketched,
      @Nullable Double sketchErrorMean,
      @Nullable Double sketchErrorMost) {}

  static ParityReport of(
      String version, long decisions, long withoutInput, List<FeatureParity> features) {
    List<Row> rows = features.stream().map(FeatureParity::row).toList();
    long compared = rows.stream().mapToLong(Row::compared).sum();
    long matched = rows.stream().mapToLong(Row::matched).sum();
    return new ParityReport(version, decisions, withoutInput, share(matched, compared), rows);
  }

  static @Nullable Double share(long matched, long compared) {
    return compared == 0 ? null : Double.valueOf((double) matched / compared);
  }

  /** Whether everything was found in the input and matches. */
  boolean holds() {
    return withoutInput == 0 && features.stream().allMatch(row -> row.matched() == row.compared());
  }
}
