package dev.rampart.schemas.registry;

import org.jspecify.annotations.Nullable;

/**
 * A schema or an id that a registry could not serve. The message is for people and holds no
 * secrets.
 */
public final class SchemaRegistryException extends RuntimeException {

  /**
   * What kind of failure it is, so that a caller can tell a bad record from a registry out of
   * reach.
   */
  public enum Reason {
    /** No schema has the id. */
    UNKNOWN_ID,
    /** The id exists, but what it stands for is no Avro schema. */
    NOT_AVRO,
    /** The registry holds the schema incompatible with earlier ones, or invalid. */
    INCOMPATIBLE,
    /**
     * The registry refused for another reason: no permission, no such path. Trying again does not
     * help.
     */
    REFUSED,
    /** Two different schemas have the same content-derived id. */
    COLLISION,
    /**
     * The registry could not be reached in time, or failed by itself. Trying again later may help.
     */
    UNAVAILABLE
  }

  private final Reason reason;

  public SchemaRegistryException(Reason reason, String message) {
    this(reason, message, null);
  }

  public SchemaRegistryException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
