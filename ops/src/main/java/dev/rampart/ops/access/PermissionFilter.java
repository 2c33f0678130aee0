package dev.rampart.ops.access;

import dev.rampart.ops.http.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;

/** Refuses who lacks the permission, and everybody where the endpoint names none. */
final class PermissionFilter implements ContainerRequestFilter {
  private final Optional<Permission> needs;

  PermissionFilter(Optional<Permission> needs) {
    this.needs = needs;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Permission permission =
        needs.orElseThrow(
            () -> ProblemException.forbidden("this endpoint names no permission: nobody may"));
    if (request.getSecurityContext().getUserPrincipal() instanceof Principal caller) {
      caller.require(permission);
    } else {
      throw ProblemException.forbidden("nobody is known to make this call");
    }
  }
}
