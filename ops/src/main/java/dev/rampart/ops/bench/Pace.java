package dev.rampart.ops.bench;

import dev.rampart.ops.bench.ThreadTimes.Part;
import java.util.Map;

/**
 * How fast a side was and what it cost.
 *
 * @param eventsPerSecond events committed in a second
 * @param coreMicros processor time for an event, in microseconds, by what it was used for
 */
record Pace(double eventsPerSecond, Map<Part, Double> coreMicros) {
  /** Of the whole process. */
  double totalMicros() {
    return coreMicros.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  double micros(Part part) {
    return coreMicros.getOrDefault(part, 0.0);
  }
}
