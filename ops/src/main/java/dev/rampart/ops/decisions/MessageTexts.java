package dev.rampart.ops.decisions;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the messages that decisions are about, read from where the decisions say that the
 * messages lie. A text that has left its topic is null. Confined to one thread.
 */
final class MessageTexts implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private final @Nullable LogSource source;
  private final Map<SourcePosition, String> texts = new HashMap<>();

  private MessageTexts(
      @Nullable KafkaConsumer<byte[], byte[]> consumer, @Nullable LogSource source) {
    this.consumer = consumer;
    this.source = source;
  }

  /** Texts that are left out. */
  static MessageTexts none() {
    return new MessageTexts(null, null);
  }

  static MessageTexts open(LogSource source) {
    Map<String, Object> settings = new HashMap<>(source.client());
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new MessageTexts(new KafkaConsumer<>(settings, bytes, bytes), source);
  }

  /** Reads the texts of a batch; those of the batch before are forgotten. */
  void prepare(Collection<Decision> batch) {
    texts.clear();
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open == null) {
      return;
    }
    batch.stream()
        .filter(decision -> decision.getEventType() == EventType.MESSAGE)
        .map(Decision::getSource)
        .collect(
            Collectors.groupingBy(
                position -> new TopicPartition(position.getTopic(), position.getPartition()),
                Collectors.summarizingLong(SourcePosition::getOffset)))
        .forEach((partition, offsets) -> read(open, partition, offsets));
  }

  private void read(
      KafkaConsumer<byte[], byte[]> open, TopicPartition partition, LongSummaryStatistics offsets) {
    open.assign(Set.of(partition));
    open.seek(partition, offsets.getMin());
    try (Deserializer<MessageEvent> messages = messages(partition.topic())) {
      long end =
          Math.min(
              offsets.getMax() + 1, open.endOffsets(Set.of(partition)).getOrDefault(partition, 0L));
      while (open.position(partition) < end) {
        open.poll(POLL).forEach(record -> keep(messages, record));
      }
    }
  }

  private Deserializer<MessageEvent> messages(String topic) {
    if (source == null) {
      throw new IllegalStateException("texts are left out");
    }
    return AvroSerde.of(MessageEvent.class, source.registry(), topic).deserializer();
  }

  private void keep(Deserializer<MessageEvent> messages, ConsumerRecord<byte[], byte[]> record) {
    @Nullable MessageEvent message;
    try {
      message = messages.deserialize(record.topic(), record.value());
    } catch (RuntimeException deadLetter) {
      return;
    }
    if (message != null) {
      texts.put(
          new SourcePosition(record.topic(), record.partition(), record.offset()),
          message.getContent());
    }
  }

  @Nullable String of(SourcePosition position) {
    return texts.get(position);
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
