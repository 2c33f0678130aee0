package dev.rampart.ops.inspect;

import java.util.List;

/**
 * A word for how the lag of a partition behaves over a window of samples that are equally far
 * apart. A lag is judged by what it does and not by its size: a large one that shrinks is fine, a
 * small one that nobody works on is not.
 *
 * <ul>
 *   <li>{@link #STALLED}: in every sample there was something to read, and nothing was committed
 *       from the first to the last.
 *   <li>{@link #FALLING_BEHIND}: something is committed, but the smallest lag of the later half is
 *       larger than the largest of the earlier half, by more than is committed from one sample to
 *       the next: what was gained is more than the noise of commits.
 *   <li>{@link #OK}: all else, and whatever has fewer than {@value #LEAST_SAMPLES} samples.
 * </ul>
 *
 * <p>A lag of one is none: the last offset of a transaction is its mark, which is never read.
 */
public enum LagBehaviour {
  OK,
  FALLING_BEHIND,
  STALLED;

  /** Samples below which nothing is said. */
  public static final int LEAST_SAMPLES = 4;

  private static final long MARK = 1;

  /**
   * Judges a window.
   *
   * @param samples the oldest first
   */
  public static LagBehaviour of(List<LagSample> samples) {
    if (samples.size() < LEAST_SAMPLES) {
      return OK;
    }
    if (isStalled(samples)) {
      return STALLED;
    }
    return isFallingBehind(samples) ? FALLING_BEHIND : OK;
  }

  private static boolean isStalled(List<LagSample> samples) {
    return samples.stream().allMatch(sample -> sample.lag() > MARK) && progress(samples) == 0;
  }

  private static boolean isFallingBehind(List<LagSample> samples) {
    int half = samples.size() / 2;
    long before = samples.subList(0, half).stream().mapToLong(LagSample::lag).max().orElseThrow();
    long after =
        samples.subList(samples.size() - half, samples.size()).stream()
            .mapToLong(LagSample::lag)
            .min()
            .orElseThrow();
    return after - before > Math.max(MARK, Math.abs(progress(samples)) / (samples.size() - 1));
  }

  /** Offsets committed over the window; below 0 where the group was set back. */
  private static long progress(List<LagSample> samples) {
    return samples.get(samples.size() - 1).committed() - samples.get(0).committed();
  }
}
