package dev.rampart.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of the pipeline: the topology and the stream threads that run it. Instances with the
 * same application id share the partitions. Safe for use by several threads.
 */
public final class Pipeline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

  private final Topology topology;
  private final KafkaStreams streams;
  private final CloseOptions closing;
  private final Path stateFolder;
  private final FailurePolicy failures = new FailurePolicy();
  private final StreamsMeters metrics;
  private final RestoreProgress restores = new RestoreProgress();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Prepares an instance without starting it.
   *
   * @param settings names, limits and tuning
   * @param parts what the stages work with; their owner closes them after the pipeline
   */
  public Pipeline(PipelineSettings settings, Parts parts) {
    this(settings, new RampartTopology(settings, parts).build(), parts.meters());
  }

  /**
   * Prepares an instance of another topology under the same settings: the side that a benchmark
   * compares with.
   */
  public Pipeline(PipelineSettings settings, Topology topology, MeterRegistry meters) {
    this.topology = topology;
    this.stateFolder = settings.stateDirectory().resolve(settings.applicationId());
    streams = new KafkaStreams(topology, new StreamsConfig(StreamsProperties.of(settings)));
    closing =
        CloseOptions.timeout(CLOSE_LIMIT)
            .withGroupMembershipOperation(GroupMembership.whenStopping(settings.streams()));
    streams.setUncaughtExceptionHandler(failures);
    streams.setStateListener((now, before) -> note(now));
    metrics = new StreamsMeters(streams, settings.topics(), meters);
    streams.setGlobalStateRestoreListener(restores);
  }

  /**
   * Opens the stores that lie in the state folder, starts the stream threads and returns at once.
   *
   * @throws StreamsException where a store cannot be opened; damaged files are removed before, so
   *     that the next start restores them from their changelogs
   */
  public void start() {
    try {
      streams.start();
    } catch (StreamsException failure) {
      if (DamagedState.isShownBy(failure)) {
        streams.close(Duration.ZERO);
        removeState();
      }
      throw failure;
    }
  }

  /**
   * Waits until all partitions of this instance are being processed.
   *
   * @return false when the limit passed first or the pipeline stopped
   */
  public boolean awaitRunning(Duration limit) throws InterruptedException {
    return running.await(limit.toNanos(), TimeUnit.NANOSECONDS) && stopped.getCount() > 0;
  }

  /** Waits until the pipeline has stopped, by {@link #close()} or by a failure. */
  public void awaitStopped() throws InterruptedException {
    stopped.await();
  }

  /** What the instance is doing. */
  public State state() {
    return streams.state();
  }

  /**
   * Stops processing without leaving the group: what was begun is finished and committed, and
   * nothing new is read until {@link #resume}. Of this instance alone.
   */
  public void pause() {
    streams.pause();
  }

  /** Goes on after {@link #pause}. */
  public void resume() {
    streams.resume();
  }

  /** Whether it is told not to process. */
  public boolean isPaused() {
    return streams.isPaused();
  }

  /** The failure that stopped the instance; empty while none has. */
  public Optional<Throwable> failure() {
    return failures.fatal();
  }

  /** To be asked about stores, tasks and metrics; starting and stopping it is the pipeline's. */
  public KafkaStreams streams() {
    return streams;
  }

  /** How far stores that are being restored have come. */
  public RestoreProgress restores() {
    return restores;
  }

  /** The topology that runs. */
  public Topology topology() {
    return topology;
  }

  /**
   * Finishes and commits what is in flight and stops the stream threads. Leaves the group, unless
   * the instance has a name of its own there. State files that were found to be damaged are
   * removed: the next start restores them from their changelogs.
   */
  @Override
  public void close() {
    streams.close(closing);
    if (failures.fatal().filter(DamagedState::isShownBy).isPresent()) {
      removeState();
    }
    metrics.close();
  }

  private void removeState() {
    LOG.error("State files are damaged: they are removed, and the next start restores them");
    try {
      Utils.delete(stateFolder.toFile());
    } catch (IOException stillThere) {
      LOG.error("Damaged state files could not be removed from {}", stateFolder, stillThere);
    }
  }

  private void note(State now) {
    switch (now) {
      case RUNNING -> running.countDown();
      case ERROR, NOT_RUNNING -> {
        running.countDown();
        stopped.countDown();
      }
      case CREATED, REBALANCING, PENDING_SHUTDOWN, PENDING_ERROR -> {}
    }
  }
}
