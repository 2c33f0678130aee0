package dev.rampart.ops.audit;

import dev.rampart.ops.access.Principal;
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
  public static final String RAMPART = Principal.RAMPART;

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

  /** The caller of the API: the name and the role are those of the token, nothing else. */
  public static Signature of(Principal caller, String reason) {
    return new Signature(caller.name(), caller.role().word(), reason);
  }

  /** Rampart itself, on its own account. */
  public static Signature ofRampart(String reason) {
    return new Signature(RAMPART, "", reason);
  }
}
