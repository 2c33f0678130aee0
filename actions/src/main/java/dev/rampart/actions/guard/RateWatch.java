package dev.rampart.actions.guard;

import java.util.Optional;

/**
 * Compares how often a policy acts with how often it used to. The share of events that it acted on
 * in the past, where an older bucket weighs less, is the probability of a binomial test of the
 * newest bucket, in both directions. A rate is abnormal when so improbable a bucket would be seen
 * once in a million, and is at least twice or at most half of what was expected: traffic is never
 * quite independent, and a test alone would cry at every small shift of a large policy.
 *
 * <p>Confined to one thread.
 */
public final class RateWatch {
  /** What a bucket's weight is multiplied with at each later bucket: half after 34 buckets. */
  static final double DECAY = 0.98;

  private static final double IMPROBABLE = 1e-6;
  private static final double FACTOR = 2;
  private static final double LEAST_HISTORY = 1_000;

  private double pastEvents;
  private double pastActions;

  /**
   * A rate that differs.
   *
   * @param high whether the policy acts more often; otherwise less often
   * @param events in the bucket
   * @param actions in the bucket
   * @param expected actions that its history lets expect
   * @param probability of so extreme a bucket, if nothing had changed
   */
  public record Alarm(
      boolean high, long events, long actions, double expected, double probability) {}

  /**
   * Closes a bucket. An abnormal bucket does not become part of the history that it failed against.
   *
   * @param events decided in the bucket
   * @param actions of the policy in the bucket, at most one an event counted
   */
  public Optional<Alarm> close(long events, long actions) {
    Optional<Alarm> alarm = pastEvents < LEAST_HISTORY ? Optional.empty() : test(events, actions);
    if (alarm.isEmpty()) {
      pastEvents = pastEvents * DECAY + events;
      pastActions = pastActions * DECAY + Math.min(actions, events);
    }
    return alarm;
  }

  private Optional<Alarm> test(long events, long actions) {
    double rate = (pastActions + 0.5) / (pastEvents + 1);
    double expected = rate * events;
    long counted = Math.min(actions, events);
    boolean high = counted > expected;
    double probability =
        high
            ? BinomialTail.atLeast(counted, events, rate)
            : BinomialTail.atMost(counted, events, rate);
    boolean large = high ? counted >= FACTOR * expected : counted * FACTOR <= expected;
    return large && probability < IMPROBABLE
        ? Optional.of(new Alarm(high, events, actions, expected, probability))
        : Optional.empty();
  }
}
