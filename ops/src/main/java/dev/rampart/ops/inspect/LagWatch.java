package dev.rampart.ops.inspect;

import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds how far the group has read its inputs, on a thread of its own. Safe for
 * use by many threads.
 */
public final class LagWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);

  /** Time from one look to the next. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Admin admin;
  private final String group;
  private final List<String> inputs;
  private final LagHistory history = new LagHistory();
  private final List<Runnable> companions = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(LagWatch::thread);

  private LagWatch(Map<String, Object> client, String group, List<String> inputs) {
    this.admin = Admin.create(client);
    this.group = group;
    this.inputs = inputs;
  }

  /**
   * Begins to look.
   *
   * @param companions done at each look as well, on the same thread
   */
  public static LagWatch start(
      Map<String, Object> client,
      PipelineSettings settings,
      Duration interval,
      List<Runnable> companions) {
    LagWatch watch = new LagWatch(client, settings.applicationId(), inputs(settings.topics()));
    watch.companions.addAll(companions);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private static List<String> inputs(Topics topics) {
    return List.of(
        topics.messages().name(),
        topics.users().name(),
        topics.feedback().name(),
        topics.findings().name(),
        topics.sightings());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rampart-lag");
    thread.setDaemon(true);
    return thread;
  }

  /** Lag of every partition of the inputs, as it was at the last look; empty before the first. */
  public List<PartitionLag> lags() {
    return history.lags();
  }

  private void look() {
    try {
      history.add(sample());
      companions.forEach(Runnable::run);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException failure) {
      LOG.warn("The lag cannot be read, trying again: {}", failure.toString());
    }
  }

  private Map<TopicPartition, LagSample> sample() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> ends = ends();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, LagSample> samples = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          OffsetAndMetadata offset = committed.get(partition);
          samples.put(partition, new LagSample(offset == null ? 0 : offset.offset(), end));
        });
    return samples;
  }

  private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    admin
        .describeTopics(inputs)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        each ->
                            asked.put(
                                new TopicPartition(name, each.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }
}
