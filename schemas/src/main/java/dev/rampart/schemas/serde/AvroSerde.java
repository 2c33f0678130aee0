package dev.rampart.schemas.serde;

import dev.rampart.schemas.registry.SchemaRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * One record type in the Confluent wire format. Null is null in both directions (a tombstone).
 *
 * <p>Threading: one instance may be used by all threads at once; buffers are kept per thread. The
 * registry is asked once when the first record is written, and once for each schema id met;
 * everything else happens in memory. It is not closed with the serde.
 *
 * <p>Errors: reading throws {@link WireFormatException} for a bad record; both directions throw
 * {@link dev.rampart.schemas.registry.SchemaRegistryException} where the registry is at fault and
 * the record may be good.
 *
 * @param <T> a class that Avro generated
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  private final AvroSerializer<T> serializer;
  private final AvroDeserializer<T> deserializer;

  private AvroSerde(AvroSerializer<T> serializer, AvroDeserializer<T> deserializer) {
    this.serializer = serializer;
    this.deserializer = deserializer;
  }

  /**
   * A serde for {@code type}; asks the registry nothing yet.
   *
   * @param subject what the schema is registered under: {@code <topic>-value} by convention
   */
  public static <T extends SpecificRecord> AvroSerde<T> of(
      Class<T> type, SchemaRegistry registry, String subject) {
    return new AvroSerde<>(
        new AvroSerializer<>(type, registry, subject), new AvroDeserializer<>(type, registry));
  }

  /**
   * The id that records are written with. The first call registers the schema: call it at start to
   * learn early of a registry that refuses.
   */
  public int schemaId() {
    return serializer.schemaId();
  }

  @Override
  public Serializer<T> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<T> deserializer() {
    return deserializer;
  }
}
