package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The default registry, which needs no server: schemas by id in a compacted Kafka topic of one
 * partition.
 *
 * <p>An id follows from the content of its schema, so registering is idempotent and two instances
 * that register at once write the same record. A record whose schema does not have the id of its
 * key is passed over with a warning: nobody can give an id another meaning.
 *
 * <p>The topic is read to its end at the start, and again when an unknown id is asked for, which is
 * enough: whoever wrote a record registered its schema first. An id that was not found is not
 * looked for again for {@link UnknownIds#REMEMBERED}.
 *
 * <p>Threading: safe for use by many threads; one at a time reads or writes the topic.
 */
public final class KafkaSchemaRegistry implements SchemaRegistry {
  private final SchemaTable schemas = new SchemaTable();
  private final UnknownIds unknown = new UnknownIds();
  private final String topic;
  private final SchemaTopicReader reader;
  private final SchemaTopicWriter writer;

  private KafkaSchemaRegistry(String topic, SchemaTopicReader reader, SchemaTopicWriter writer) {
    this.topic = topic;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Opens the registry: makes the topic where it is missing, and reads it.
   *
   * @param client properties of a Kafka client, at least {@code bootstrap.servers}
   * @param topic name of the topic, {@code <prefix>schemas} by convention
   * @param replicationFactor of the topic, should it have to be made
   * @param timeout limit for making, reading or writing the topic
   * @throws SchemaRegistryException where the broker is out of reach, or the topic is there but not
   *     compacted or of more than one partition
   */
  public static KafkaSchemaRegistry open(
      Map<String, Object> client, String topic, short replicationFactor, Duration timeout) {
    try {
      SchemaTopic.ensure(client, topic, replicationFactor, timeout);
      KafkaSchemaRegistry registry =
          new KafkaSchemaRegistry(
              topic,
              new SchemaTopicReader(client, topic, timeout),
              new SchemaTopicWriter(client, topic, timeout));
      registry.catchUp();
      return registry;
    } catch (KafkaException failed) {
      throw unavailable(topic, failed);
    }
  }

  @Override
  public int register(String subject, Schema schema) {
    SchemaText text = SchemaText.of(schema);
    int id = schemas.add(text);
    if (!reader.hasSeen(id)) {
      publish(id, subject, text);
    }
    return id;
  }

  @Override
  public Schema schemaById(int id) {
    Schema known = schemas.find(id);
    return known != null ? known : lookUp(id);
  }

  private Schema lookUp(int id) {
    if (!unknown.contains(id)) {
      catchUp();
    }
    @Nullable Schema found = schemas.find(id);
    if (found == null) {
      unknown.add(id);
      throw new SchemaRegistryException(
          UNKNOWN_ID, "no schema in the topic " + topic + " has the id " + id);
    }
    return found;
  }

  private void publish(int id, String subject, SchemaText text) {
    try {
      writer.write(id, subject, text);
      catchUp();
    } catch (KafkaException failed) {
      throw unavailable(topic, failed);
    }
  }

  private void catchUp() {
    try {
      reader.readToEnd(schemas);
    } catch (KafkaException failed) {
      throw unavailable(topic, failed);
    }
  }

  @Override
  public void close() {
    reader.close();
  }

  private static SchemaRegistryException unavailable(String topic, KafkaException failed) {
    return new SchemaRegistryException(
        UNAVAILABLE,
        "the schema topic " + topic + " cannot be used: " + failed.getMessage(),
        failed);
  }
}
