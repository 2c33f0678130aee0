package dev.rampart.topology.entities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A record of {@code sightings} that tells all entities of a partition to forget an account: a
 * version byte, a byte that no {@link SightingPage} has in that place, and the account's mark.
 */
final class ErasurePage {
  private static final int VERSION = 1;
  private static final int ERASURE = 0x3F;
  private static final int MARK_BYTES = 16;

  private ErasurePage() {}

  /** The page for an account. */
  static byte[] of(String account) {
    byte[] page = new byte[2 + MARK_BYTES];
    page[0] = VERSION;
    page[1] = ERASURE;
    System.arraycopy(digest(account), 0, page, 2, MARK_BYTES);
    return page;
  }

  /** The mark of the account that a page is about; empty for a page of sightings. */
  static Optional<String> mark(byte[] page) {
    return page.length == 2 + MARK_BYTES && page[0] == VERSION && page[1] == ERASURE
        ? Optional.of(HexFormat.of().formatHex(page, 2, 2 + MARK_BYTES))
        : Optional.empty();
  }

  /** What stands for an account that must not be named: half of the SHA-256 of its id. */
  static String mark(String account) {
    return HexFormat.of().formatHex(digest(account), 0, MARK_BYTES);
  }

  private static byte[] digest(String account) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
