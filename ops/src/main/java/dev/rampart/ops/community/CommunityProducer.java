package dev.rampart.ops.community;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a community to Kafka, as a platform would: keyed by account, record time is the time of
 * sending, the truth stays here. Kafka has taken an event before the two hundredth after it is
 * sent.
 *
 * <p>Confined to one thread.
 */
public final class CommunityProducer implements AutoCloseable {
  private static final int PROGRESS_STEP = 10_000;

  /**
   * A busy topic has more batches in wait than a quiet one, so that without stops its events would
   * reach Kafka long after younger ones of the other.
   */
  private static final int LEAD = 200;

  private final Producer<String, byte[]> producer;
  private final String messagesTopic;
  private final String usersTopic;
  private final Serializer<MessageEvent> messages;
  private final Serializer<UserEvent> users;
  private final Acknowledged acknowledged;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * Connects a producer.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public CommunityProducer(
      Map<String, ?> client, String messagesTopic, String usersTopic, SchemaRegistry registry) {
    this(client, messagesTopic, usersTopic, registry, (partition, offset, eventId) -> {});
  }

  /**
   * Connects a producer.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param acknowledged told of every record that Kafka has taken, on the producer's thread
   */
  public CommunityProducer(
      Map<String, ?> client,
      String messagesTopic,
      String usersTopic,
      SchemaRegistry registry,
      Acknowledged acknowledged) {
    this.acknowledged = acknowledged;
    this.producer =
        new KafkaProducer<>(settings(client), new StringSerializer(), new ByteArraySerializer());
    this.messagesTopic = messagesTopic;
    this.usersTopic = usersTopic;
    this.messages =
        AvroSerde.of(MessageEvent.class, registry, messagesTopic + "-value").serializer();
    this.users = AvroSerde.of(UserEvent.class, registry, usersTopic + "-value").serializer();
  }

  /**
   * Writes all events and returns when Kafka has acknowledged them.
   *
   * @param progress told the number of events written so far, now and then
   * @throws IllegalStateException when Kafka refused an event
   */
  public long write(Iterator<CommunityEvent> events, LongConsumer progress) {
    long written = 0;
    while (events.hasNext() && failure.get() == null) {
      send(events.next());
      if (++written % LEAD == 0) {
        producer.flush();
      }
      if (written % PROGRESS_STEP == 0) {
        progress.accept(written);
      }
    }
    producer.flush();
    Exception refused = failure.get();
    if (refused != null) {
      throw new IllegalStateException("an event could not be written to Kafka", refused);
    }
    progress.accept(written);
    return written;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(CommunityEvent event) {
    var unused =
        producer.send(
            record(event),
            (metadata, refused) -> {
              if (refused != null) {
                failure.compareAndSet(null, refused);
              } else {
                acknowledged.record(
                    new TopicPartition(metadata.topic(), metadata.partition()),
                    metadata.offset(),
                    event.eventId());
              }
            });
  }

  /** Is told of a record that Kafka has taken. */
  public interface Acknowledged {
    /** The record at this place is the event of this id. */
    void record(TopicPartition partition, long offset, String eventId);
  }

  private ProducerRecord<String, byte[]> record(CommunityEvent event) {
    if (event instanceof CommunityEvent.Message message) {
      byte[] value = messages.serialize(messagesTopic, message.record());
      return new ProducerRecord<>(messagesTopic, event.accountId(), value);
    }
    CommunityEvent.User user = (CommunityEvent.User) event;
    byte[] value = users.serialize(usersTopic, user.record());
    return new ProducerRecord<>(usersTopic, event.accountId(), value);
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putIfAbsent("linger.ms", 10);
    settings.putIfAbsent("batch.size", 128 * 1024);
    settings.putIfAbsent("compression.type", "lz4");
    return settings;
  }
}
