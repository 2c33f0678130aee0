package dev.rampart.ops.access;

import java.net.URI;
import java.util.Map;

/**
 * Which signed tokens are let in.
 *
 * @param issuer the provider, as its tokens name it
 * @param keys address of the provider's keys (JWKS)
 * @param audience what tokens for this installation are meant for
 * @param nameClaim claim with the name that the audit tells
 * @param rolesClaim claim with the roles, a text or a list; dots lead into nested claims
 * @param roles the provider's roles, as roles of this installation
 */
public record OidcSettings(
    String issuer,
    URI keys,
    String audience,
    String nameClaim,
    String rolesClaim,
    Map<String, Role> roles) {
  public OidcSettings {
    roles = Map.copyOf(roles);
  }
}
