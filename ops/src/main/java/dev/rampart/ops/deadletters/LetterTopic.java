package dev.rampart.ops.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed on the dead-letter topic. Confined to one thread. */
final class LetterTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  LetterTopic(Map<String, Object> client, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    positions.putAll(consumer.beginningOffsets(partitions));
  }

  /** Hands over what was committed since the last call. */
  void readOn(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    consumer.assign(partitions);
    positions.forEach(consumer::seek);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (isBefore(ends)) {
      consumer.poll(POLL).forEach(sink);
    }
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** The records at some places; those that have gone from the topic are left out. */
  List<ConsumerRecord<byte[], byte[]>> at(Collection<LetterPlace> places) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Map<Integer, TreeSet<Long>> wanted = new TreeMap<>();
    places.forEach(
        place ->
            wanted.computeIfAbsent(place.partition(), none -> new TreeSet<>()).add(place.offset()));
    wanted.forEach(
        (partition, offsets) -> read(new TopicPartition(topic(), partition), offsets, found));
    return found;
  }

  private void read(
      TopicPartition partition,
      NavigableSet<Long> offsets,
      List<ConsumerRecord<byte[], byte[]>> found) {
    if (!partitions.contains(partition)) {
      return;
    }
    List<TopicPartition> alone = List.of(partition);
    consumer.assign(alone);
    consumer.seek(partition, offsets.first());
    long end = Math.min(offsets.last() + 1, consumer.endOffsets(alone).getOrDefault(partition, 0L));
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (offsets.contains(record.offset())) {
          found.add(record);
        }
      }
    }
  }

  private String topic() {
    return partitions.get(0).topic();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
