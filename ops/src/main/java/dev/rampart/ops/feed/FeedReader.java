package dev.rampart.ops.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed decisions, from some way before the end on, until it is told to stop. It is no
 * member of a group and commits nothing. {@link #stop} may be called from any thread, all else is
 * confined to the one that runs it.
 */
final class FeedReader implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PAUSE_MILLIS = 1_000;

  /** Of the offsets of a partition about every second is the mark of a commit. */
  private static final int OFFSETS_PER_DECISION = 2;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Function<byte[], DecisionHead> heads;
  private final BiConsumer<DecisionHead, byte[]> sink;
  private final Backlog backlog;
  private volatile boolean stopped;
  private volatile boolean caughtUp;

  /**
   * Connects, and finds out where to begin: what is committed from now on will be read.
   *
   * @param most decisions that are wanted of the past
   * @param sink takes decisions in the order in which they were read, but those of the past in the
   *     order in which they were made
   */
  FeedReader(
      Map<String, ?> client,
      String topic,
      int most,
      Function<byte[], DecisionHead> heads,
      BiConsumer<DecisionHead, byte[]> sink) {
    this.consumer =
        new KafkaConsumer<>(
            settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.heads = heads;
    this.sink = sink;
    this.backlog = seek(topic, most);
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("client.id", "rampart-feed");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", 2_000);
    return settings;
  }

  private Backlog seek(String topic, int most) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    long back = (long) OFFSETS_PER_DECISION * most / Math.max(1, partitions.size());
    ends.forEach(
        (partition, end) ->
            consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - back)));
    return new Backlog(ends);
  }

  /** Whether what was there at the beginning is read. */
  boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public void run() {
    try (consumer) {
      while (!stopped) {
        read();
      }
    }
  }

  private void read() {
    try {
      consumer.poll(POLL).forEach(this::take);
      if (!backlog.isOver()) {
        backlog.endAt(consumer::position, sink);
        caughtUp = backlog.isOver();
      }
    } catch (WakeupException told) {
      stopped = true;
    } catch (KafkaException failure) {
      LOG.warn("Decisions cannot be read, trying again: {}", failure.toString());
      pause();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    DecisionHead head;
    try {
      head = heads.apply(record.value());
    } catch (RuntimeException unreadable) {
      LOG.warn(
          "The decision at {}-{}@{} is passed over: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          unreadable.toString());
      return;
    }
    if (backlog.isOver()) {
      sink.accept(head, record.value());
    } else {
      backlog.add(head, record.value());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  void stop() {
    stopped = true;
    consumer.wakeup();
  }
}
