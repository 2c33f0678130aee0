package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.ops.access.OidcSettings;
import dev.rampart.ops.access.Role;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Section {@code access.oidc}: tokens that an OpenID provider signs. */
public final class OidcConfiguration {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String MISSING = "is missing";

  @JsonProperty
  @NotEmpty(message = MISSING) private String issuer = "";

  @JsonProperty
  @NotEmpty(message = MISSING) private String audience = "";

  @JsonProperty
  @NotNull(message = MISSING) private URI jwksUrl = URI.create("");

  @JsonProperty
  @NotNull @Pattern(regexp = ".+", message = "allowed: the name of a claim") private String rolesClaim = "roles";

  @JsonProperty
  @NotNull @Pattern(regexp = ".+", message = "allowed: the name of a claim") private String nameClaim = "sub";

  @JsonProperty
  @NotEmpty(message = "is missing; allowed: ROLE OF THE PROVIDER: ROLE, several") private Map<String, String> roleNames = Map.of();

  /** The same as the verifier takes it. */
  OidcSettings settings() {
    Map<String, Role> roles = new LinkedHashMap<>();
    roleNames.forEach((theirs, ours) -> roles.put(theirs, Role.of(ours).orElseThrow()));
    return new OidcSettings(issuer, jwksUrl, audience, nameClaim, rolesClaim, roles);
  }

  @ValidationMethod(message = "allowed: an address with https, or with http on loopback")
  boolean isJwksUrl() {
    return jwksUrl.getHost() != null
        && ("https".equals(jwksUrl.getScheme())
            || ("http".equals(jwksUrl.getScheme()) && LOOPBACK.contains(jwksUrl.getHost())));
  }

  @ValidationMethod(message = "allowed roles: viewer, analyst, approver, operator, admin")
  boolean isRoleNames() {
    return roleNames.values().stream().allMatch(role -> Role.of(role).isPresent());
  }
}
