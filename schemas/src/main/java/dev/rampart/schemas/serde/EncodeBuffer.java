package dev.rampart.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** A buffer and an encoder that one thread uses again for every record. */
final class EncodeBuffer {
  private static final int KEPT_BYTES = 1 << 20;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

  <T> byte[] encode(int schemaId, DatumWriter<T> writer, T datum) throws IOException {
    bytes.reset();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, encoder);
    out.writeFixed(WireFormat.header(schemaId));
    writer.write(datum, out);
    out.flush();
    byte[] encoded = bytes.toByteArray();
    if (encoded.length > KEPT_BYTES) {
      bytes = new ByteArrayOutputStream(1024);
    }
    return encoded;
  }
}
