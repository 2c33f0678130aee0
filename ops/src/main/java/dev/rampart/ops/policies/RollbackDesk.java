package dev.rampart.ops.policies;

import dev.rampart.ops.audit.Signature;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Rolls policies back over HTTP, and takes back what the withdrawn version did. That waits until
 * decisions in flight are committed, without keeping others from the desk. Safe for use by many
 * threads.
 */
public final class RollbackDesk {
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final Desk desk;
  private final Map<String, Object> client;

  /**
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public RollbackDesk(Desk desk, Map<String, Object> client) {
    this.desk = desk;
    this.client = Map.copyOf(client);
  }

  /**
   * Rolls a policy back.
   *
   * @param to version to make live; empty for the one that was live before
   * @param reverse whether to take back what the withdrawn version alone is behind; where it is
   *     only rehearsed, as far as it is committed now
   */
  public RolledBack rollBack(
      String policy, OptionalInt to, boolean reverse, Duration in, Signature by, boolean dryRun)
      throws InterruptedException {
    Rollback.Applied applied = desk.make(dryRun, () -> desk.rollBack(policy, to, in, by));
    return reverse ? reverse(applied, by, dryRun) : RolledBack.of(applied, 0, 0);
  }

  private RolledBack reverse(Rollback.Applied applied, Signature by, boolean dryRun)
      throws InterruptedException {
    if (!dryRun) {
      Duration wait = Duration.between(desk.clock().instant(), applied.from()).plus(SETTLE);
      Thread.sleep(Math.max(0, wait.toMillis()));
    }
    Reversals reversals = desk.topics().reversals(client);
    Deeds deeds = reversals.deedsOf(applied.rollback());
    int count =
        desk.make(
            dryRun,
            () -> reversals.overturn(deeds, applied.rollback(), desk.topics(), by, desk.clock()));
    return RolledBack.of(applied, count, deeds.shared());
  }
}
