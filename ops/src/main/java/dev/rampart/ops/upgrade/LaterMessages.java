package dev.rampart.ops.upgrade;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * From some moment on messages are written with a schema that has one field more, as a platform
 * would whose producers are upgraded before Rampart is. Any thread.
 */
public final class LaterMessages implements ProducerInterceptor<String, byte[]> {
  private static final int ID_AT = 1;
  private static final int NOT_YET = -1;

  /** Kafka makes interceptors by their class name; this is how one hears of the change. */
  private static volatile int schemaId = NOT_YET;

  private static volatile String topic = "";

  /** Registers the later schema, and has every message of the topic written with it from now on. */
  static void begin(String messages, String subject, SchemaRegistry registry) {
    topic = messages;
    schemaId = registry.register(subject, laterSchema());
  }

  /** Messages are written as this build writes them. */
  static void end() {
    schemaId = NOT_YET;
  }

  private static Schema laterSchema() {
    Schema now = MessageEvent.SCHEMA$;
    List<Field> fields = new ArrayList<>();
    now.getFields().forEach(field -> fields.add(new Field(field, field.schema())));
    Schema text = SchemaBuilder.unionOf().nullType().and().stringType().endUnion();
    fields.add(new Field("rehearsed", text, "Tells nothing.", Field.NULL_DEFAULT_VALUE));
    return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
  }

  /** A field at the end that is null is one zero byte more. */
  @Override
  public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
    int id = schemaId;
    if (id == NOT_YET || !record.topic().equals(topic)) {
      return record;
    }
    byte[] value = Arrays.copyOf(record.value(), record.value().length + 1);
    ByteBuffer.wrap(value).putInt(ID_AT, id);
    return new ProducerRecord<>(
        record.topic(), record.partition(), record.timestamp(), record.key(), value);
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> settings) {}
}
