package dev.rampart.ops.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The end of the audit: its last entry's hash is what the next entry names, so that no entry can be
 * taken out or changed without breaking the chain. Two that write at the same moment name the same
 * entry: the chain forks there and loses nothing.
 */
final class AuditTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int STEP = 64;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;

  AuditTail(Map<String, Object> client, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
  }

  /** SHA-256 of the last entry's bytes, in hexadecimal; empty where there is none. */
  String hash() {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    String hash = "";
    consumer.seek(partition, Math.max(0, end - STEP));
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        hash = HexFormat.of().formatHex(sha256(record.value()));
      }
    }
    return hash;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(bytes == null ? "".getBytes(StandardCharsets.UTF_8) : bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
