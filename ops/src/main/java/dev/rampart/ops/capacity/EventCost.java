package dev.rampart.ops.capacity;

/**
 * What an event costs; {@code ops/docs/capacity.md} says where each default was measured.
 *
 * @param coreMicros processor time in microseconds, broker not included, above 0
 * @param streamMicros of it on the stream thread, above 0 up to {@code coreMicros}
 * @param stateBytes bytes on disk of an account's features and ledger
 * @param brokerBytes bytes that an event brings to the broker: itself, its decision, its share of
 *     changelogs and of what the pipeline tells itself
 * @param decisionBytes of them its decision
 */
public record EventCost(
    double coreMicros,
    double streamMicros,
    double stateBytes,
    double brokerBytes,
    double decisionBytes) {

  /** The figures of {@code ops/docs/capacity.md}. */
  public static EventCost measured() {
    return new EventCost(66, 34, 900, 2_200, 960);
  }
}
