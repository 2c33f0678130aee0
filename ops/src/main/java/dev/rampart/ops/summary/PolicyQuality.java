package dev.rampart.ops.summary;

/**
 * How a policy did against the truth.
 *
 * @param flagged events that it flagged
 * @param right those of them that are what it is meant to find
 * @param planted events that it was meant to find
 */
public record PolicyQuality(long flagged, long right, long planted) {

  /** Share of the flagged that are right, 0 to 1; NaN when nothing was flagged. */
  public double precision() {
    return (double) right / flagged;
  }

  /** Share of the planted that were flagged, 0 to 1; NaN when nothing was planted. */
  public double recall() {
    return (double) right / planted;
  }
}
