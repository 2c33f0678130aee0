package dev.rampart.ops.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in hexadecimal. */
public final class Digest {
  private Digest() {}

  /** Of some bytes. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of entries in their order: the digest of their digests; empty for none. */
  static String ofAll(List<AuditEntry> entries) {
    List<String> digests = entries.stream().map(AuditEntry::hash).toList();
    return digests.isEmpty() ? "" : of(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
  }
}
