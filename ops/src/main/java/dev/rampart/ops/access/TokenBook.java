package dev.rampart.ops.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that are configured. Every entry is compared, each in constant time, so that the time
 * of an answer says nothing about the tokens.
 */
public final class TokenBook implements Authority {
  private final List<TokenEntry> entries;

  public TokenBook(List<TokenEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  @Override
  public Optional<Principal> principal(String token) {
    byte[] digest = sha256(token);
    Optional<Principal> found = Optional.empty();
    for (TokenEntry entry : entries) {
      if (MessageDigest.isEqual(HexFormat.of().parseHex(entry.sha256()), digest)) {
        found = Optional.of(new Principal(entry.name(), entry.role()));
      }
    }
    return found;
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
