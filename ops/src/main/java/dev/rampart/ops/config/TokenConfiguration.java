package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.access.TokenEntry;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/**
 * A token of section {@code access}: whom it stands for, and its digest; never the token itself.
 */
public final class TokenConfiguration {
  static final String ROLES = "viewer|analyst|approver|operator|admin";
  static final String ALLOWED_ROLES = "allowed: viewer, analyst, approver, operator, admin";

  @JsonProperty
  @NotNull @Pattern(
      regexp = "(?!rampart$)[^\\p{Cntrl}]{1,100}",
      message = "allowed: 1 to 100 characters, and not 'rampart', which acts for itself")
  private String name = "";

  @JsonProperty
  @NotNull @Pattern(regexp = ROLES, message = ALLOWED_ROLES) private String role = "";

  @JsonProperty @NotNull private String sha256 = "";

  String name() {
    return name;
  }

  String sha256() {
    return sha256.toLowerCase(Locale.ROOT);
  }

  /** The same as the token book takes it. */
  TokenEntry entry() {
    return new TokenEntry(name, Role.of(role).orElseThrow(), sha256());
  }

  /** Told without what was found: it may be the token itself, put there by mistake. */
  @ValidationMethod(message = "allowed: the SHA-256 of the token, 64 hexadecimal digits")
  boolean isSha256() {
    return sha256().matches("[0-9a-f]{64}");
  }
}
