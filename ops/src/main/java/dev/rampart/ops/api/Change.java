package dev.rampart.ops.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What every change says.
 *
 * @param reason why, for the audit
 * @param dryRun whether only to answer what would happen; that unless told otherwise
 */
public record Change(
    @NotBlank @Size(max = LONGEST_REASON) String reason, @Nullable Boolean dryRun) {
  /** Most characters of a reason. */
  static final int LONGEST_REASON = 1000;

  /** Whether to write nothing. */
  boolean rehearsed() {
    return rehearsed(dryRun);
  }

  static boolean rehearsed(@Nullable Boolean dryRun) {
    return dryRun == null || dryRun;
  }
}
