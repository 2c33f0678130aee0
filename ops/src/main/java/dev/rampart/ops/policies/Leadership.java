package dev.rampart.ops.policies;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Chooses one of many processes: the one to which the consumer group gives the only partition of a
 * topic. For the length of a session time-out two may think so; what they do must do no harm twice.
 * Confined to one thread.
 */
final class Leadership implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param topic of one partition
   */
  Leadership(Map<String, Object> client, String group, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("group.id", group);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "latest");
    settings.put("session.timeout.ms", 10_000);
    settings.put("heartbeat.interval.ms", 1_000);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
  }

  /** Whether this process is the one; to be asked often, or it will be another. */
  boolean held() {
    var unused = consumer.poll(Duration.ZERO);
    return !consumer.assignment().isEmpty();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
