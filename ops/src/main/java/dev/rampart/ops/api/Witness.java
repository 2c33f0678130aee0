package dev.rampart.ops.api;

import dev.rampart.ops.access.Principal;
import java.util.Map;

/** Tells the audit what a caller does, before it is done. Safe for use by many threads. */
@FunctionalInterface
interface Witness {
  /**
   * Writes an entry; when this returns it is there.
   *
   * @param operation {@code text.reveal} for instance
   * @param entity what it is done to, as {@code kind:id}
   * @param reason in the caller's words
   */
  void note(
      Principal caller,
      String operation,
      String entity,
      String reason,
      Map<String, String> details);
}
