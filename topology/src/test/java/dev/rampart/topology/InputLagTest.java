package dev.rampart.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class InputLagTest {
  private final Map<MetricName, Metric> metrics = new HashMap<>();

  @Test
  void shouldAddUpThePartitionsOfATopicAndCountNoneTwice() {
    lag("r-StreamThread-1-consumer", "r.messages", "0", 5);
    lag("r-StreamThread-2-consumer", "r.messages", "1", 7);
    lag("r-StreamThread-2-consumer", "r_messages", "1", 7);
    lag("r-StreamThread-2-consumer", "r.users", "1", 100);
    lag("r-global-consumer", "r.messages", "0", 1000);

    assertThat(InputLag.of(metrics, "r.messages")).isEqualTo(12);
    assertThat(InputLag.of(metrics, "r.feedback")).isZero();
  }

  @Test
  void shouldTakeWhatIsNotYetKnownForNothing() {
    lag("r-StreamThread-1-consumer", "r.messages", "0", Double.NaN);
    assertThat(InputLag.of(metrics, "r.messages")).isZero();
  }

  private void lag(String client, String topic, String partition, double value) {
    Map<String, String> tags = Map.of("client-id", client, "topic", topic, "partition", partition);
    MetricName name = new MetricName("records-lag", "consumer-fetch-manager-metrics", "", tags);
    metrics.put(name, new Fixed(name, value));
  }

  /** A metric that stands still. */
  private record Fixed(MetricName metricName, Object metricValue) implements Metric {}
}
