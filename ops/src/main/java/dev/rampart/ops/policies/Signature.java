package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;

/**
 * Who does something, and why.
 *
 * @param who name of a person, or {@code rampart}
 * @param role what allowed it
 * @param reason in the words of who does it
 */
public record Signature(String who, String role, String reason) {
  /** Name under which Rampart itself acts. */
  public static final String RAMPART = "rampart";

  /**
   * @throws CommandFailure where the name or the reason is empty
   */
  public Signature {
    if (who.isBlank()) {
      throw CommandFailure.wrongUsage("--author: found nothing, required is who does this");
    }
    if (reason.isBlank()) {
      throw CommandFailure.wrongUsage("--reason: found nothing, required is why this is done");
    }
  }

  /** Rampart itself, on its own account. */
  public static Signature ofRampart(String reason) {
    return new Signature(RAMPART, "", reason);
  }
}
