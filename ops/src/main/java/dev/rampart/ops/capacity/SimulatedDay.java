package dev.rampart.ops.capacity;

import java.util.SplittableRandom;

/**
 * A day of an installation: the rate follows {@link DayCurve}, accounts fall on partitions
 * unevenly, one account is hot, a raid adds to the peak, and an instance is lost during the raid.
 * The same inputs give the same day.
 */
public final class SimulatedDay {
  private static final int SECONDS = 86_400;
  private static final int PEAK = SECONDS / 2;
  private static final int RAID_SECONDS = 600;
  private static final int LOSS_AFTER = 120;
  private static final double UNEVEN = 0.05;
  private static final int LOST = 0;

  private final Platform platform;
  private final Sizing sizing;
  private final double raid;
  private final Fleet fleet;
  private final DayCurve curve;
  private final double[] weights;
  private double delayed;
  private double events;
  private double longestWait;
  private double largestBacklog;
  private int caughtUp;

  /**
   * @param raid traffic of the raid over that of the peak, 0 for none
   * @param seed chooses how unevenly accounts fall on partitions
   */
  public SimulatedDay(
      Platform platform, EventCost cost, Sizing sizing, CapacityPlan plan, double raid, long seed) {
    this.platform = platform;
    this.sizing = sizing;
    this.raid = raid;
    this.fleet = new Fleet(plan, cost, sizing);
    this.curve = new DayCurve(platform.peak());
    this.weights = weights(plan.partitions(), platform.hotShare(), seed);
  }

  /**
   * What the day was like.
   *
   * @param delayedShare share of events that waited for a second or longer
   * @param longestWaitSeconds longest wait of an event
   * @param largestBacklog most events that waited at one time
   * @param catchUpSeconds from the loss of the instance until nothing waited for a second any more;
   *     -1 when it never came to that
   */
  public record Report(
      double delayedShare, double longestWaitSeconds, double largestBacklog, int catchUpSeconds) {}

  /** Lives through the day; once. */
  public Report run() {
    int loss = PEAK + LOSS_AFTER;
    for (int second = 0; second < SECONDS; second++) {
      membership(second - loss);
      if (serve(second) && second >= loss) {
        caughtUp = second - loss + 1;
      }
    }
    boolean stillBehind = caughtUp == SECONDS - loss;
    return new Report(delayed / events, longestWait, largestBacklog, stillBehind ? -1 : caughtUp);
  }

  private void membership(int sinceLoss) {
    if (sinceLoss == 0) {
      fleet.lose(LOST);
    } else if (sinceLoss == sizing.failOverSeconds()) {
      fleet.shareAmong(LOST);
    } else if (sinceLoss == sizing.awaySeconds()) {
      fleet.shareAmong(Fleet.NOBODY);
    }
  }

  /** Whether an event has waited for a second. */
  private boolean serve(int second) {
    double rate = platform.averageRate() * curve.at((double) second / SECONDS);
    if (second >= PEAK && second < PEAK + RAID_SECONDS) {
      rate *= 1 + raid;
    }
    for (int partition = 0; partition < weights.length; partition++) {
      fleet.arrive(partition, rate * weights[partition]);
    }
    fleet.serve();
    largestBacklog = Math.max(largestBacklog, fleet.backlog());
    boolean late = false;
    for (int partition = 0; partition < weights.length; partition++) {
      double arrived = rate * weights[partition];
      late |= count(arrived, fleet.age(partition, arrived));
    }
    return late;
  }

  private boolean count(double arrived, double age) {
    events += arrived;
    longestWait = Math.max(longestWait, age);
    if (age < 1) {
      return false;
    }
    delayed += arrived;
    return true;
  }

  private static double[] weights(int partitions, double hotShare, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[partitions];
    double sum = 0;
    for (int partition = 0; partition < partitions; partition++) {
      weights[partition] = 1 + UNEVEN * (2 * random.nextDouble() - 1);
      sum += weights[partition];
    }
    for (int partition = 0; partition < partitions; partition++) {
      weights[partition] *= (1 - hotShare) / sum;
    }
    weights[0] += hotShare;
    return weights;
  }
}
