package dev.rampart.ops.policies;

import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy with all its versions.
 *
 * @param versions the newest first
 */
public record PolicyCard(String policy, List<Version> versions) {
  public PolicyCard {
    versions = List.copyOf(versions);
  }

  /**
   * A version.
   *
   * @param history the states before this one, the oldest first
   * @param document the policy as YAML
   */
  public record Version(
      int version,
      PolicyState state,
      double canaryShare,
      String author,
      @Nullable String approver,
      String reason,
      Instant effectiveFrom,
      Instant publishedAt,
      boolean waitsForApproval,
      List<Step> history,
      String document) {
    static Version of(PolicyVersion record) {
      return new Version(
          record.getVersion(),
          record.getState(),
          record.getCanaryShare(),
          record.getAuthor(),
          record.getApprover(),
          record.getReason(),
          record.getEffectiveFrom(),
          record.getPublishedAt(),
          record.getWaitsForApproval(),
          record.getHistory().stream().map(Step::of).toList(),
          record.getDocument());
    }
  }

  /** A state that a version was brought to. */
  public record Step(
      PolicyState state,
      double canaryShare,
      String author,
      @Nullable String approver,
      String reason,
      Instant effectiveFrom,
      Instant publishedAt) {
    static Step of(PolicyTransition state) {
      return new Step(
          state.getState(),
          state.getCanaryShare(),
          state.getAuthor(),
          state.getApprover(),
          state.getReason(),
          state.getEffectiveFrom(),
          state.getPublishedAt());
    }
  }
}
