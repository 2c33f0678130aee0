package dev.rampart.ops.audit;

import java.util.Map;

/**
 * What somebody does, as the audit tells it.
 *
 * @param operation {@code policy.publish} for instance
 * @param entity what it is done to, as {@code kind:id}
 * @param details what changes, by name
 */
public record Deed(String operation, String entity, Map<String, String> details) {
  public Deed {
    details = Map.copyOf(details);
  }

  /** Something that changes nothing beyond what its name says. */
  public static Deed of(String operation, String entity) {
    return new Deed(operation, entity, Map.of());
  }
}
