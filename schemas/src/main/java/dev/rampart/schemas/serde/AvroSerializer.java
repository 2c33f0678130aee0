package dev.rampart.schemas.serde;

import dev.rampart.schemas.registry.SchemaRegistry;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The writing half of {@link AvroSerde}. */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
  private static final ThreadLocal<EncodeBuffer> BUFFERS =
      ThreadLocal.withInitial(EncodeBuffer::new);

  private final Schema schema;
  private final ContractWriter<T> writer;
  private final SchemaRegistry registry;
  private final String subject;
  private volatile int schemaId;

  AvroSerializer(Class<T> type, SchemaRegistry registry, String subject) {
    SpecificData model = SpecificData.getForClass(type);
    this.schema = model.getSchema(type);
    this.writer = new ContractWriter<>(schema, model);
    this.registry = registry;
    this.subject = subject;
  }

  int schemaId() {
    if (schemaId == 0) {
      schemaId = registry.register(subject, schema);
    }
    return schemaId;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T datum) {
    if (datum == null) {
      return null;
    }
    int id = schemaId();
    try {
      return BUFFERS.get().encode(id, writer, datum);
    } catch (IOException | RuntimeException incomplete) {
      BUFFERS.remove(); // half a record is in there
      throw new SerializationException(
          "a "
              + schema.getName()
              + " for "
              + topic
              + " has a field that is missing or of a wrong type",
          incomplete);
    }
  }
}
