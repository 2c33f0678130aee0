package dev.rampart.ops.chaos.proof;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is committed in one partition, from its beginning to its end. Confined to one thread. */
final class TopicScan implements Iterator<ConsumerRecord<String, byte[]>>, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final long end;
  private final Deque<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();

  TopicScan(Map<String, Object> client, TopicPartition partition) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", 2_000);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    this.partition = partition;
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    this.end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  @Override
  public boolean hasNext() {
    while (fetched.isEmpty() && consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(fetched::add);
    }
    return !fetched.isEmpty();
  }

  @Override
  public ConsumerRecord<String, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return fetched.remove();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
