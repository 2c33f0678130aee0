package dev.rampart.ops.explain;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the past, read from where their decisions say that they lie. Connects when first
 * asked. Safe for use by many threads, one at a time.
 */
public final class SourceEvents implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_POLLS = 20;

  private final Map<String, Object> settings;
  private final String messages;
  private final Deserializer<MessageEvent> deserializer;
  private final Supplier<Reputation> reputation;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param reputation lists that links and words are looked up in
   */
  public SourceEvents(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      Supplier<Reputation> reputation) {
    settings = new HashMap<>(client);
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "none");
    settings.put("max.poll.records", 1);
    settings.put("max.partition.fetch.bytes", 64 << 10);
    messages = topics.messages().name();
    deserializer =
        AvroSerde.of(MessageEvent.class, registry, topics.messages().schemaSubject())
            .deserializer();
    this.reputation = reputation;
  }

  /** The message of a decision; empty for another event and for one that has left its topic. */
  @SuppressWarnings("CatchingUnchecked") // bytes of any kind may lie there
  public synchronized Optional<MessageInput> of(Decision decision) {
    SourcePosition at = decision.getSource();
    if (!at.getTopic().equals(messages)) {
      return Optional.empty();
    }
    try {
      return read(at);
    } catch (RuntimeException gone) {
      return Optional.empty();
    }
  }

  private Optional<MessageInput> read(SourcePosition at) {
    KafkaConsumer<byte[], byte[]> open = open();
    TopicPartition partition = new TopicPartition(at.getTopic(), at.getPartition());
    open.assign(List.of(partition));
    open.seek(partition, at.getOffset());
    for (int i = 0; i < MOST_POLLS; i++) {
      for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
        return record.offset() == at.getOffset() ? Optional.of(input(record)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private MessageInput input(ConsumerRecord<byte[], byte[]> record) {
    Origin origin =
        new Origin(
            record.topic(), record.partition(), record.offset(), record.timestamp(), null, null);
    return new MessageInput(
        deserializer.deserialize(record.topic(), record.value()), origin, reputation);
  }

  private KafkaConsumer<byte[], byte[]> open() {
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open == null) {
      open =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
