package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringEngine;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.repository.ModelSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The engine with one worker, and a thread that submits to it. */
final class UnderLoad implements AutoCloseable {
  private static final int IN_FLIGHT = 4096;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String WAIT = "rampart.classifiers.wait";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ScoringEngine engine;

  UnderLoad(ModelSource source, List<ModelId> ids, boolean fused) {
    EngineSettings settings =
        EngineSettings.defaults()
            .withWorkers(1)
            .withFused(fused)
            .withAssignments(ids.stream().map(Assignment::live).toList());
    meters.config().meterFilter(new WaitPercentiles());
    this.engine = ScoringEngine.start(source, settings, meters);
  }

  /** Adds a percentile to the meter of how long the oldest request of a batch waited. */
  private static final class WaitPercentiles implements MeterFilter {
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      return id.getName().equals(WAIT)
          ? DistributionStatisticConfig.builder().percentiles(0.99).build().merge(config)
          : config;
    }
  }

  /** The 99th percentile of how long the oldest request of a batch waited for its run, in µs. */
  double oldestP99Micros() {
    return meters
        .get(WAIT)
        .timer()
        .takeSnapshot()
        .percentileValues()[0]
        .value(TimeUnit.MICROSECONDS);
  }

  /** As fast as it goes. */
  void pass(List<ScoringRequest> requests) throws InterruptedException {
    Deque<ScoringTicket> inFlight = new ArrayDeque<>(IN_FLIGHT);
    for (ScoringRequest request : requests) {
      inFlight.add(engine.submit(request));
      if (inFlight.size() == IN_FLIGHT) {
        finish(inFlight.remove());
      }
    }
    for (ScoringTicket ticket : inFlight) {
      finish(ticket);
    }
  }

  private static void finish(ScoringTicket ticket) throws InterruptedException {
    if (!ticket.await(PATIENCE)) {
      throw new IllegalStateException("a message was not scored within " + PATIENCE);
    }
  }

  /**
   * Submits at a pace, and looks for finished tickets in between.
   *
   * @return nanoseconds from submission to scores, sorted
   */
  long[] paced(List<ScoringRequest> requests, double perSecond) throws InterruptedException {
    Deque<ScoringTicket> inFlight = new ArrayDeque<>();
    Deque<Long> since = new ArrayDeque<>();
    long[] took = new long[requests.size()];
    int done = 0;
    long start = System.nanoTime();
    for (int i = 0; i < requests.size(); i++) {
      long due = start + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        done = collect(inFlight, since, took, done);
        LockSupport.parkNanos(20_000);
      }
      since.add(System.nanoTime());
      inFlight.add(engine.submit(requests.get(i)));
      done = collect(inFlight, since, took, done);
    }
    while (!inFlight.isEmpty()) {
      finish(inFlight.element());
      done = collect(inFlight, since, took, done);
    }
    Arrays.sort(took);
    return took;
  }

  private static int collect(
      Deque<ScoringTicket> inFlight, Deque<Long> since, long[] took, int before) {
    int done = before;
    long now = System.nanoTime();
    while (!inFlight.isEmpty() && inFlight.element().isDone()) {
      inFlight.remove();
      took[done++] = now - since.remove();
    }
    return done;
  }

  @Override
  public void close() {
    engine.close();
  }
}
