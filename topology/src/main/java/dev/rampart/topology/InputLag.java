package dev.rampart.topology;

import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How many records wait on the inputs of this instance's partitions, by topic. Of Kafka's own
 * figures there are two for a topic with a dot in its name; here every record counts once.
 */
final class InputLag {
  private static final String LAG = "records-lag";
  private static final String STREAM_THREAD = "-StreamThread-";

  private InputLag() {}

  /** Registers a gauge for each topic that the stream threads read, named without the prefix. */
  static void show(KafkaStreams streams, Topics topics, MeterRegistry meters) {
    List.of(
            topics.messages().name(),
            topics.users().name(),
            topics.feedback().name(),
            topics.findings().name(),
            topics.sightings())
        .forEach(topic -> show(streams, topic, topics.prefix(), meters));
  }

  private static void show(
      KafkaStreams streams, String topic, String prefix, MeterRegistry meters) {
    Gauge.builder("rampart.lag", streams, each -> of(each.metrics(), topic))
        .description("Records that wait on this instance's partitions of an input, 0 or more")
        .baseUnit("records")
        .tag("topic", topic.substring(prefix.length()))
        .register(meters);
  }

  /** Records of a topic that wait; 0 where none of its partitions is read here. */
  static double of(Map<MetricName, ? extends Metric> metrics, String topic) {
    return metrics.entrySet().stream()
        .filter(each -> isLagOf(each.getKey(), topic))
        .mapToDouble(each -> records(each.getValue()))
        .sum();
  }

  private static boolean isLagOf(MetricName name, String topic) {
    return name.name().equals(LAG)
        && topic.equals(name.tags().get("topic"))
        && name.tags().getOrDefault("client-id", "").contains(STREAM_THREAD);
  }

  private static double records(Metric lag) {
    return lag.metricValue() instanceof Double records && !records.isNaN() ? records : 0;
  }
}
