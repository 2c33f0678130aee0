package dev.rampart.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a client names itself to a registry server. Printed without its secret. */
public sealed interface RegistryCredentials {

  /** Value of the {@code Authorization} header; empty where none is sent. */
  Optional<String> authorization();

  /** No credentials. */
  record Anonymous() implements RegistryCredentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /** User name and password, as of RFC 7617. */
  record Basic(String user, String password) implements RegistryCredentials {
    @Override
    public Optional<String> authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + "]";
    }
  }

  /** A token, as of RFC 6750. */
  record Bearer(String token) implements RegistryCredentials {
    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + token);
    }

    @Override
    public String toString() {
      return "Bearer[]";
    }
  }
}
