package dev.rampart.ops.audit;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads committed entries by their place. Confined to one thread at a time. */
final class AuditReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final KafkaConsumer<byte[], byte[]> committed;
  private final KafkaConsumer<byte[], byte[]> written;
  private final TopicPartition partition;
  private final Deserializer<AuditEvent> deserializer;

  AuditReader(Map<String, Object> client, Topic<AuditEvent> topic, SchemaRegistry registry) {
    partition = new TopicPartition(topic.name(), 0);
    deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    committed = consumer(client, "read_committed");
    written = consumer(client, "read_uncommitted");
    committed.assign(List.of(partition));
  }

  private static KafkaConsumer<byte[], byte[]> consumer(
      Map<String, Object> client, String isolation) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", isolation);
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Place of the first entry that is kept. */
  long begin() {
    return end(written.beginningOffsets(List.of(partition)));
  }

  /** Place after all that was written, in transactions that are still open as well. */
  long writtenEnd() {
    return end(written.endOffsets(List.of(partition)));
  }

  /** Place after all that is committed. */
  long committedEnd() {
    return end(committed.endOffsets(List.of(partition)));
  }

  /**
   * The same, once all that was written before this call is committed or aborted; a transaction
   * that stays open is waited for no longer than 2 s.
   */
  long settledEnd() {
    long written = writtenEnd();
    long deadline = System.nanoTime() + SETTLE.toNanos();
    while (committedEnd() < written && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return committedEnd();
  }

  private long end(Map<TopicPartition, Long> ends) {
    return ends.getOrDefault(partition, 0L);
  }

  /**
   * Entries from a place on, up to but not including another.
   *
   * @throws CommandFailure where a transaction before the end stays open longer than {@code limit}
   */
  List<AuditEntry> read(long from, long to, Duration limit) {
    List<AuditEntry> entries = new ArrayList<>();
    long deadline = System.nanoTime() + limit.toNanos();
    committed.seek(partition, from);
    while (committed.position(partition) < to) {
      for (ConsumerRecord<byte[], byte[]> record : committed.poll(POLL)) {
        if (record.offset() < to) {
          entries.add(entry(record));
        }
      }
      if (System.nanoTime() > deadline) {
        throw CommandFailure.failed(
            "the audit cannot be read to its end: a transaction on it stays open",
            new TimeoutException("no end within " + limit));
      }
    }
    return entries;
  }

  private AuditEntry entry(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return new AuditEntry(record.offset(), Digest.of(value), event(record));
  }

  private @Nullable AuditEvent event(ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null
          ? null
          : deserializer.deserialize(record.topic(), record.value());
    } catch (WireFormatException unreadable) {
      return null;
    }
  }

  @Override
  public void close() {
    committed.close();
    written.close();
  }
}
