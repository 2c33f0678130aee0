package dev.rampart.ops.policies;

import dev.rampart.schemas.PolicyVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback did.
 *
 * @param withdrawn version that acts no more
 * @param restored version that is live in its place; null where none is, or where it went on
 * @param effectiveFrom event time from which it holds
 * @param reversed actions that were taken back
 * @param shared actions that were left, because another policy is behind them too
 */
public record RolledBack(
    String policy,
    int withdrawn,
    @Nullable Integer restored,
    Instant effectiveFrom,
    int reversed,
    int shared) {
  static RolledBack of(Rollback.Applied applied, int reversed, int shared) {
    Rollback rollback = applied.rollback();
    return new RolledBack(
        rollback.withdrawn().getPolicy(),
        rollback.withdrawn().getVersion(),
        rollback.restored().map(PolicyVersion::getVersion).orElse(null),
        applied.from(),
        reversed,
        shared);
  }

  String text() {
    return "%s: version %d withdrawn from %s, %s; %d actions taken back, %d left to other policies"
        .formatted(
            policy,
            withdrawn,
            effectiveFrom,
            restored == null ? "no version takes its place" : "version " + restored + " is live",
            reversed,
            shared);
  }
}
