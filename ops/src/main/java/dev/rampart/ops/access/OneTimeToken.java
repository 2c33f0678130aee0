package dev.rampart.ops.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token that is made for one run of the program and forgotten with it: 256 random bits.
 *
 * @param text the token itself; show it once, on the terminal, and nowhere else
 * @param entry what lets it in
 */
public record OneTimeToken(String text, TokenEntry entry) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new token for {@code name}. */
  public static OneTimeToken create(String name, Role role) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String digest = HexFormat.of().formatHex(TokenBook.sha256(text));
    return new OneTimeToken(text, new TokenEntry(name, role, digest));
  }

  /** Without the token, so that it cannot get into a log by accident. */
  @Override
  public String toString() {
    return "OneTimeToken[" + entry.name() + "]";
  }
}
