package dev.rampart.ops.access;

import dev.rampart.ops.http.ProblemException;

/**
 * Who makes a call.
 *
 * @param name as the audit tells it
 * @param role what allows it
 */
public record Principal(String name, Role role) implements java.security.Principal {
  /** Name under which Rampart itself acts: nobody else may have it. */
  public static final String RAMPART = "rampart";

  @Override
  public String getName() {
    return name;
  }

  /** Whether the call may do what needs {@code permission}. */
  public boolean may(Permission permission) {
    return role.may(permission);
  }

  /**
   * For what an endpoint needs beyond its {@link Needs}, depending on what it is asked for.
   *
   * @throws ProblemException 403, where the role lacks {@code permission}
   */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw ProblemException.forbidden(
          "found role %s; required is permission %s".formatted(role.word(), permission));
    }
  }
}
