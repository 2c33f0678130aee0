package dev.rampart.ops.capacity;

/**
 * How large an installation has to be.
 *
 * @param averageRate events a second over the day
 * @param peakRate events a second at its peak
 * @param cores that the peak needs, at the planned share of busy time
 * @param instances that share them, those that may be away included
 * @param threads stream threads of an instance
 * @param partitions of each input topic: two for each stream thread, a multiple of 12
 * @param stateGigabytes state of all accounts with its standbys, over all instances
 * @param brokerMegabytesIn megabytes a second that producers write at the peak, before replication
 * @param decisionTerabytes decisions kept on all brokers, replication included, not compressed
 */
public record CapacityPlan(
    double averageRate,
    double peakRate,
    double cores,
    int instances,
    int threads,
    int partitions,
    double stateGigabytes,
    double brokerMegabytesIn,
    double decisionTerabytes) {
  private static final int PARTITION_STEP = 12;
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double SECONDS_PER_DAY = 86_400;

  /** The arithmetic of {@code ops/docs/capacity.md}. */
  public static CapacityPlan of(Platform platform, EventCost cost, Sizing sizing) {
    double peak = platform.peakRate();
    double cores = peak * cost.coreMicros() / MICROS_PER_SECOND / sizing.busy();
    int instances = ceil(cores / sizing.instanceCores()) + sizing.spare();
    int threads = ceil(sizing.instanceCores() * cost.streamMicros() / cost.coreMicros());
    return new CapacityPlan(
        platform.averageRate(),
        peak,
        cores,
        instances,
        threads,
        ceil(2.0 * threads * instances / PARTITION_STEP) * PARTITION_STEP,
        platform.monthlyUsers() * cost.stateBytes() * (1 + sizing.standbys()) / 1e9,
        peak * cost.brokerBytes() / 1e6,
        platform.averageRate()
            * SECONDS_PER_DAY
            * sizing.retentionDays()
            * cost.decisionBytes()
            * sizing.replication()
            / 1e12);
  }

  private static int ceil(double number) {
    return Math.max(1, (int) Math.ceil(number));
  }
}
