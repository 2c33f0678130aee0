package dev.rampart.ops.access;

import java.util.List;
import java.util.Optional;

/** Says whom a bearer token stands for. Safe for use by many threads. */
public interface Authority {
  /** The one whom the token stands for; empty where it is not known, not valid or over. */
  Optional<Principal> principal(String token);

  /** Asks one after the other, and takes the first answer. */
  static Authority anyOf(List<Authority> authorities) {
    return token ->
        authorities.stream()
            .map(authority -> authority.principal(token))
            .flatMap(Optional::stream)
            .findFirst();
  }
}
