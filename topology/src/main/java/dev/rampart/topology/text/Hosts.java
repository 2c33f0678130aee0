package dev.rampart.topology.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Brings hosts to one spelling. Converts a bounded number of names that are not ASCII per text. */
final class Hosts {
  private static final int MOST_CONVERSIONS = 256;

  private int conversions;

  /** Lower-case ASCII spelling; empty where the name cannot be a host. */
  Optional<String> normalise(String host) {
    return Optional.of(host)
        .flatMap(this::toAscii)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(Hosts::isHost);
  }

  private Optional<String> toAscii(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(host);
    }
    if (++conversions > MOST_CONVERSIONS) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isHost(String name) {
    return name.indexOf('.') > 0
        && !name.contains("..")
        && name.chars().allMatch(Hosts::isHostCharacter);
  }

  private static boolean isHostCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  }
}
