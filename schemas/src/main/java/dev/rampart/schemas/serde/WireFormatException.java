package dev.rampart.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no record of the expected type. The record that carries them is bad and stays bad:
 * trying again does not help. The message holds no content of the record.
 */
public final class WireFormatException extends SerializationException {

  /** What is wrong with the bytes. */
  public enum Reason {
    /** Fewer bytes than magic byte and schema id take. */
    TOO_SHORT,
    /** The first byte is not 0: not the Confluent wire format. */
    WRONG_MAGIC_BYTE,
    /** The registry has no Avro schema with the id. */
    UNKNOWN_SCHEMA_ID,
    /** The schema is known, but records of it cannot be read as the expected type. */
    INCOMPATIBLE_SCHEMA,
    /** The body ends early, or holds what its schema does not allow. */
    MALFORMED_BODY,
    /** Bytes are left over after the record. */
    TRAILING_BYTES
  }

  private final Reason reason;

  public WireFormatException(Reason reason, String message) {
    this(reason, message, null);
  }

  public WireFormatException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
