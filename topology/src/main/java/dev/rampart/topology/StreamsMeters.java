package dev.rampart.topology;

import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * What Kafka Streams and its clients measure, as meters, and what the instance is doing. Tasks come
 * and go: their meters follow within seconds.
 */
final class StreamsMeters implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(StreamsMeters::daemon);
  private final KafkaStreamsMetrics metrics;

  StreamsMeters(KafkaStreams streams, Topics topics, MeterRegistry meters) {
    InputLag.show(streams, topics, meters);
    for (State state : State.values()) {
      Gauge.builder("rampart.instance.state", streams, each -> each.state() == state ? 1 : 0)
          .description("1 for what the instance is doing, else 0")
          .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .register(meters);
    }
    Gauge.builder("rampart.instance.paused", streams, each -> each.isPaused() ? 1 : 0)
        .description("1 while the instance is told not to process, else 0")
        .register(meters);
    metrics = new KafkaStreamsMetrics(streams, List.of(), timer, REFRESH);
    metrics.bindTo(meters);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "rampart-streams-meters");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    metrics.close();
    timer.shutdownNow();
  }
}
