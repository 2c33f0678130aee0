package dev.rampart.ops.bench.hostile;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes messages of many accounts, and of the attacker beside them. */
final class Crowd implements AutoCloseable {
  private static final int NEIGHBOURS = 5_000;
  private static final int TICKS_PER_SECOND = 50;

  private final KafkaProducer<String, byte[]> producer;
  private final Serializer<MessageEvent> messages;
  private final String topic;
  private final AtomicLong written = new AtomicLong();

  Crowd(String bootstrap, Topic<MessageEvent> topic, SchemaRegistry registry) {
    this.topic = topic.name();
    this.messages = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).serializer();
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "max.request.size", 8 << 20, "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Messages written so far; any thread. */
  long written() {
    return written.get();
  }

  /** Everybody writes for so long, in fifty portions a second. */
  void write(Attack attack, Duration length) {
    long start = System.nanoTime();
    long ticks = length.toSeconds() * TICKS_PER_SECOND;
    for (long tick = 1; tick <= ticks; tick++) {
      portion(tick, Attack.NEIGHBOURS_PER_SECOND, id -> common(id % NEIGHBOURS));
      portion(tick, attack.perSecond(), id -> attack.message("m" + id));
      LockSupport.parkNanos(start + tick * 1_000_000_000L / TICKS_PER_SECOND - System.nanoTime());
    }
    producer.flush();
  }

  /** So many accounts write one message each, as fast as Kafka takes them. */
  void writeOnceEach(int accounts) {
    for (int i = 0; i < accounts; i++) {
      long id = written.get();
      send(Attack.common("m" + id, "stranger-" + id));
    }
    producer.flush();
  }

  private interface Message {
    MessageEvent of(long id);
  }

  private void portion(long tick, int perSecond, Message message) {
    long due = tick * perSecond / TICKS_PER_SECOND - (tick - 1) * perSecond / TICKS_PER_SECOND;
    for (long i = 0; i < due; i++) {
      send(message.of(written.get()));
    }
  }

  private MessageEvent common(long account) {
    return Attack.common("m" + written.get(), "neighbour-" + account);
  }

  private void send(MessageEvent message) {
    byte[] value = messages.serialize(topic, message);
    var unused = producer.send(new ProducerRecord<>(topic, message.getAuthorId(), value));
    written.incrementAndGet();
  }

  @Override
  public void close() {
    producer.close();
  }
}
