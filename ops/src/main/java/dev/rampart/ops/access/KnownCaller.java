package dev.rampart.ops.access;

import jakarta.ws.rs.core.SecurityContext;

/** The security context of a call whose token stands for somebody. */
record KnownCaller(Principal principal, SecurityContext before) implements SecurityContext {
  @Override
  public Principal getUserPrincipal() {
    return principal;
  }

  @Override
  public boolean isUserInRole(String role) {
    return principal.role().word().equals(role);
  }

  @Override
  public boolean isSecure() {
    return before.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
