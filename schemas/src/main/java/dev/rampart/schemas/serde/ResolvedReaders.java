package dev.rampart.schemas.serde;

import static dev.rampart.schemas.serde.WireFormatException.Reason.INCOMPATIBLE_SCHEMA;
import static dev.rampart.schemas.serde.WireFormatException.Reason.UNKNOWN_SCHEMA_ID;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistryException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Readers of one record type by the id of the schema that a record was written with. A reader is
 * built once per id, by Avro's fast reader, which resolves writer against reader schema ahead of
 * time and keeps no state between records: all threads share it.
 */
final class ResolvedReaders<T extends SpecificRecord> {
  private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
  private final FastReaderBuilder builder;
  private final Schema expected;
  private final SchemaRegistry registry;

  ResolvedReaders(Class<T> type, SchemaRegistry registry) {
    SpecificData model = SpecificData.getForClass(type);
    this.expected = model.getSchema(type);
    this.builder = new FastReaderBuilder(model);
    this.registry = registry;
  }

  String typeName() {
    return expected.getName();
  }

  /**
   * @throws WireFormatException where no schema has the id, or records of it cannot be read as the
   *     expected type
   */
  DatumReader<T> readerFor(int schemaId) {
    DatumReader<T> known = readers.get(schemaId);
    return known != null ? known : resolve(schemaId, writerSchema(schemaId));
  }

  private Schema writerSchema(int schemaId) {
    try {
      return registry.schemaById(schemaId);
    } catch (SchemaRegistryException failed) {
      throw switch (failed.reason()) {
        case UNKNOWN_ID, NOT_AVRO ->
            new WireFormatException(
                UNKNOWN_SCHEMA_ID, "no Avro schema has the id " + schemaId, failed);
        case INCOMPATIBLE, REFUSED, COLLISION, UNAVAILABLE -> failed;
      };
    }
  }

  private synchronized DatumReader<T> resolve(int schemaId, Schema written) {
    requireBounds(schemaId, written);
    if (SchemaCompatibility.checkReaderWriterCompatibility(expected, written).getType()
        != SchemaCompatibilityType.COMPATIBLE) {
      throw incompatible(schemaId, written, null);
    }
    try {
      DatumReader<T> reader = builder.createDatumReader(written, expected);
      readers.put(schemaId, reader);
      return reader;
    } catch (IOException | RuntimeException unresolvable) {
      throw incompatible(schemaId, written, unresolvable);
    }
  }

  private void requireBounds(int schemaId, Schema written) {
    try {
      WriterBounds.check(written);
    } catch (IllegalArgumentException unbounded) {
      throw new WireFormatException(
          INCOMPATIBLE_SCHEMA,
          "schema %d is not safe to read: %s".formatted(schemaId, unbounded.getMessage()),
          unbounded);
    }
  }

  private WireFormatException incompatible(
      int schemaId, Schema written, @Nullable Throwable cause) {
    return new WireFormatException(
        INCOMPATIBLE_SCHEMA,
        "schema %d is %s, which cannot be read as %s"
            .formatted(schemaId, written.getFullName(), expected.getFullName()),
        cause);
  }
}
