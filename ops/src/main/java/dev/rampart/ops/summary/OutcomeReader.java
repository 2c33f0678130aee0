package dev.rampart.ops.summary;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.deadletters.DeadLetter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the pipeline commits from the moment of its creation on. It is no member of a group
 * and commits nothing.
 *
 * <p>Confined to one thread.
 */
public final class OutcomeReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final OutcomeTopics topics;
  private final OutcomeListener listener;
  private final Deserializer<Decision> decisions;
  private final Deserializer<EnforcementAction> actions;
  private final Deserializer<ReviewItem> reviews;

  /**
   * Connects, and remembers the ends of the topics: what is there already is not read.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public OutcomeReader(
      Map<String, ?> client,
      OutcomeTopics topics,
      SchemaRegistry registry,
      OutcomeListener listener) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings(client), bytes, bytes);
    this.topics = topics;
    this.listener = listener;
    this.decisions = AvroSerde.of(Decision.class, registry, topics.decisions()).deserializer();
    this.actions =
        AvroSerde.of(EnforcementAction.class, registry, topics.messageActions()).deserializer();
    this.reviews = AvroSerde.of(ReviewItem.class, registry, topics.review()).deserializer();
    startAtTheEnd();
  }

  /**
   * Reads until {@code done}, then all that was committed by then.
   *
   * @param idleLimit gives up when nothing new was committed for so long
   * @return whether it was done, and not given up
   */
  public boolean readUntil(BooleanSupplier done, Duration idleLimit) {
    long lastNews = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (read(POLL) > 0) {
        lastNews = System.nanoTime();
      } else if (System.nanoTime() - lastNews > idleLimit.toNanos()) {
        break;
      }
    }
    readToTheEnd();
    return done.getAsBoolean();
  }

  /** Hands over what is there, waiting at most so long; returns the number of records. */
  public int read(Duration wait) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
    long now = System.currentTimeMillis();
    records.forEach(record -> handOver(record, now));
    return records.count();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void readToTheEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
      read(POLL);
    }
  }

  private boolean isBefore(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  private void handOver(ConsumerRecord<byte[], byte[]> record, long now) {
    String topic = record.topic();
    if (topic.equals(topics.decisions())) {
      listener.onDecision(decode(decisions, record), Math.max(0, now - record.timestamp()));
    } else if (topic.equals(topics.review())) {
      listener.onReview(decode(reviews, record));
    } else if (topic.equals(topics.deadLetters())) {
      if (record.headers().lastHeader(DeadLetter.REDRIVEN) == null) {
        listener.onDeadLetter(record);
      }
    } else {
      listener.onAction(decode(actions, record));
    }
  }

  private static <T> T decode(Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> record) {
    @Nullable T value = deserializer.deserialize(record.topic(), record.value());
    return Objects.requireNonNull(value, "a tombstone where none belongs: " + record.topic());
  }

  private void startAtTheEnd() {
    List<TopicPartition> partitions =
        topics.all().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    settings.putIfAbsent("fetch.max.wait.ms", 10);
    settings.putIfAbsent("max.poll.records", 5_000);
    return settings;
  }
}
