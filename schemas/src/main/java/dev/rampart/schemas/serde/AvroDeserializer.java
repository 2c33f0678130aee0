package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.MALFORMED_BODY;
import static dev.rampart.schemas.serde.WireFormatException.Reason.TRAILING_BYTES;

import dev.rampart.schemas.registry.SchemaRegistry;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The reading half of {@link AvroSerde}.
 *
 * <p>Avro checks every length that a record claims against the bytes that are left before it makes
 * room for it, so that a record of a few bytes cannot ask for gigabytes; a test holds it to that.
 */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private static final ThreadLocal<BinaryDecoder> DECODERS =
      ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

  private final ResolvedReaders<T> readers;
  private final BlankRecords<T> blanks;

  AvroDeserializer(Class<T> type, SchemaRegistry registry) {
    this.readers = new ResolvedReaders<>(type, registry);
    this.blanks = new BlankRecords<>(type);
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] record) {
    if (record == null) {
      return null;
    }
    DatumReader<T> reader = readers.readerFor(WireFormat.schemaId(record));
    BinaryDecoder body =
        DecoderFactory.get()
            .binaryDecoder(
                record,
                WireFormat.HEADER_BYTES,
                record.length - WireFormat.HEADER_BYTES,
                DECODERS.get());
    return decode(reader, body);
  }

  private T decode(DatumReader<T> reader, BinaryDecoder body) {
    T datum = read(reader, body);
    int left = body.remainingBytes();
    if (left != 0) {
      throw new WireFormatException(
          TRAILING_BYTES, left + " bytes are left over after the " + readers.typeName());
    }
    return datum;
  }

  private T read(DatumReader<T> reader, BinaryDecoder body) {
    try {
      return reader.read(blanks.next(), body);
    } catch (IOException | RuntimeException garbled) {
      throw new WireFormatException(
          MALFORMED_BODY, "the body is no complete " + readers.typeName(), garbled);
    }
  }
}
