package dev.rampart.ops.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one fault.
 *
 * @param number from 1, as in the schedule
 * @param fault word of the fault
 * @param target who was hurt
 * @param atS seconds since the run began
 * @param atEvents events written by then
 * @param lastedMs from the strike until the fault was through
 * @param recoveredMs from the strike until every partition decided what was written after it; null
 *     when the next fault struck first and it was never seen
 * @param longestWaitMs longest time from append to readable decision of an event written after it
 * @param note what else there is to say; empty for nothing
 */
record FaultRecord(
    int number,
    String fault,
    String target,
    double atS,
    long atEvents,
    long lastedMs,
    @Nullable Long recoveredMs,
    long longestWaitMs,
    String note) {

  /** A fault that is through, whose clock may still run. */
  record Open(
      Incident incident,
      Struck struck,
      double atS,
      long atEvents,
      Duration lasted,
      Recovery recovery) {
    FaultRecord close() {
      return new FaultRecord(
          incident.number(),
          incident.fault().word(),
          struck.target(),
          atS,
          atEvents,
          lasted.toMillis(),
          recovery.elapsed().map(Duration::toMillis).orElse(null),
          recovery.longestWait().toMillis(),
          struck.note());
    }
  }
}
