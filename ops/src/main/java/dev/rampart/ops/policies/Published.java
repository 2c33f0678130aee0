package dev.rampart.ops.policies;

import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version in a state.
 *
 * @param canaryShare share of accounts for whom a canary acts
 * @param effectiveFrom event time from which it holds
 * @param waitsForApproval whether it does not hold until a second person approves
 */
public record Published(
    String policy,
    int version,
    PolicyState state,
    double canaryShare,
    Instant effectiveFrom,
    boolean waitsForApproval,
    String author,
    @Nullable String approver,
    String reason) {
  static Published of(PolicyVersion record) {
    return new Published(
        record.getPolicy(),
        record.getVersion(),
        record.getState(),
        record.getCanaryShare(),
        record.getEffectiveFrom(),
        record.getWaitsForApproval(),
        record.getAuthor(),
        record.getApprover(),
        record.getReason());
  }

  String line() {
    return "%-20s %4d  %-8s %-6s %-24s  %s"
        .formatted(
            policy,
            version,
            state.name().toLowerCase(Locale.ROOT),
            state == PolicyState.CANARY ? "%.0f %%".formatted(canaryShare * 100) : "",
            effectiveFrom,
            people());
  }

  private String people() {
    String second =
        waitsForApproval
            ? ", waits for approval"
            : approver == null ? "" : ", approved by " + approver;
    return author + second + ": " + reason;
  }
}
