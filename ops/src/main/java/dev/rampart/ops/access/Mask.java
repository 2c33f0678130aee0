package dev.rampart.ops.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids for those who may not see them: {@code id:} and eight digits of a keyed hash. The same id is
 * the same mask while the process runs, and nobody can work an id out again. Safe for use by many
 * threads.
 */
public final class Mask {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN_BYTES = 4;

  private final SecretKeySpec key;

  /** A mask with a new random key. */
  public Mask() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** What {@code principal} sees of an id: the id itself with {@link Permission#IDENTIFY}. */
  public UnaryOperator<String> of(Principal principal) {
    return principal.may(Permission.IDENTIFY) ? UnaryOperator.identity() : this::masked;
  }

  /** The mask of an id; an empty one stays empty. */
  public String masked(String id) {
    return id.isEmpty() ? "" : "id:" + HexFormat.of().formatHex(hash(id), 0, SHOWN_BYTES);
  }

  private byte[] hash(String id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
