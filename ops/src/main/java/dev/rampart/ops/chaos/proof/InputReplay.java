package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Topic;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition of an input topic, each asked for by its offset, in rising order.
 * What is passed over goes into the histories as well: an event is expected whether or not it has a
 * decision. Confined to one thread.
 *
 * @param <V> contract of the values
 */
final class InputReplay<V extends SpecificRecord> implements AutoCloseable {
  private final TopicScan scan;
  private final String topic;
  private final Deserializer<V> deserializer;
  private final BiFunction<V, Origin, InputEvent> reader;
  private final Histories expected;
  private @Nullable InputEvent current;

  /**
   * @param reader makes an event of a record
   * @param expected told of every event
   */
  InputReplay(
      Map<String, Object> client,
      Topic<V> topic,
      int partition,
      SchemaRegistry registry,
      BiFunction<V, Origin, InputEvent> reader,
      Histories expected) {
    this.scan = new TopicScan(client, new TopicPartition(topic.name(), partition));
    this.topic = topic.name();
    this.deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    this.reader = reader;
    this.expected = expected;
  }

  /** The event at an offset; empty where there is none, or it was passed already. */
  Optional<InputEvent> at(long offset) {
    while ((current == null || current.origin().offset() < offset) && scan.hasNext()) {
      advance();
    }
    InputEvent found = current;
    return found != null && found.origin().offset() == offset
        ? Optional.of(found)
        : Optional.empty();
  }

  /** Passes all that is left. */
  void finish() {
    while (scan.hasNext()) {
      advance();
    }
  }

  private void advance() {
    ConsumerRecord<String, byte[]> record = scan.next();
    V value = Objects.requireNonNull(deserializer.deserialize(topic, record.value()), topic);
    Origin origin =
        new Origin(topic, record.partition(), record.offset(), record.timestamp(), null, null);
    InputEvent event = reader.apply(value, origin);
    expected.add(event.accountId(), topic, event.eventId());
    current = event;
  }

  @Override
  public void close() {
    scan.close();
  }
}
