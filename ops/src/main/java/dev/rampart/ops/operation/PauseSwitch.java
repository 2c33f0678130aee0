package dev.rampart.ops.operation;

import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.pipeline.Instance;
import java.time.Clock;

/**
 * Stops this instance from processing, and lets it go on. What was begun is finished and committed;
 * partitions stay with the instance. Safe for use by many threads.
 *
 * @param audit is told before anything is done
 */
public record PauseSwitch(Instance instance, AuditLog audit, Clock clock) {
  /** Stops it. */
  public void pause(Signature by) {
    audit.write(by, Deed.of("instance.pause", "instance:" + instance.name()), clock.instant());
    instance.pause();
  }

  /** Lets it go on. */
  public void resume(Signature by) {
    audit.write(by, Deed.of("instance.resume", "instance:" + instance.name()), clock.instant());
    instance.resume();
  }

  /** What it is doing, in a word: {@code PAUSED}, or the state of its pipeline. */
  public String state() {
    return instance.health().state();
  }
}
