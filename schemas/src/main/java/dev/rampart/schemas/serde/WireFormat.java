package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.TOO_SHORT;
import static dev.rampart.schemas.serde.WireFormatException.Reason.WRONG_MAGIC_BYTE;

import java.nio.ByteBuffer;

/** The header in front of every Avro body: a zero byte and the schema id, 4 bytes, big-endian. */
final class WireFormat {
  static final int HEADER_BYTES = 5;

  private WireFormat() {}

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(schemaId).array();
  }

  /**
   * @throws WireFormatException where {@code record} does not begin with a header
   */
  static int schemaId(byte[] record) {
    if (record.length < HEADER_BYTES) {
      throw new WireFormatException(
          TOO_SHORT,
          "a value of "
              + record.length
              + " bytes; at least 5 (a zero byte, a schema id) are needed");
    }
    if (record[0] != 0) {
      throw new WireFormatException(
          WRONG_MAGIC_BYTE,
          "the first byte is %d; the Confluent wire format begins with 0".formatted(record[0]));
    }
    return ByteBuffer.wrap(record).getInt(1);
  }
}
