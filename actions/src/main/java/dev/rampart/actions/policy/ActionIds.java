package dev.rampart.actions.policy;

import dev.rampart.schemas.ActionKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of actions: name-based UUIDs (RFC 9562, version 5, SHA-1) that anyone can compute again from
 * the action's own fields.
 *
 * <p>The namespace is {@code 4c5a9a35-3fd0-5d4c-9c8e-8b0d1c1f3a77}. The name is the five fields
 * event id, policy, rule, kind (upper case, as in the contract) and subject id, in this order, each
 * as its length in UTF-8 bytes in decimal, a colon, and the bytes themselves: {@code
 * 3:m-14:spam5:flood6:REMOVE3:m-1}. With the length in front no two different lists of fields have
 * the same name.
 */
public final class ActionIds {
  /** Namespace of every action id. */
  public static final UUID NAMESPACE = UUID.fromString("4c5a9a35-3fd0-5d4c-9c8e-8b0d1c1f3a77");

  private ActionIds() {}

  /** The id of an action; for a reversal, {@code eventId} is the id of the feedback. */
  public static UUID actionId(
      String eventId, String policy, String rule, ActionKind kind, String subjectId) {
    MessageDigest sha1 = sha1();
    sha1.update(bytes(NAMESPACE));
    for (String field : new String[] {eventId, policy, rule, kind.name(), subjectId}) {
      byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
      sha1.update((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha1.update(utf8);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
    long high = (digest.getLong() & ~0xF000L) | 0x5000L;
    long low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low);
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
