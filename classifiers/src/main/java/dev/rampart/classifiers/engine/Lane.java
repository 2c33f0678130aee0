package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.runtime.Encoder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of input: the requests that wait for it, the workers that encode and score them, and the
 * watch over runs that hang.
 */
final class Lane {
  private static final Duration SHORTEST_ROUND = Duration.ofMillis(20);

  private static final int SMALLEST_BATCH = 256;

  private final String name;
  private final InputSpec input;
  private final EngineSettings settings;
  private final Incidents incidents;
  private final MeterRegistry registry;
  private final WaitingRoom room;
  private final Timer wait;
  private final Counter abandoned;
  private final List<Post> posts = new ArrayList<>();
  private final Thread watch;
  private volatile int batch = SMALLEST_BATCH;

  /** A worker and its thread. */
  private record Post(LaneWorker worker, Thread thread) {}

  /**
   * Starts the workers.
   *
   * @param name for threads and meters
   */
  Lane(
      String name,
      InputSpec input,
      EngineSettings settings,
      Incidents incidents,
      MeterRegistry registry) {
    this.name = name;
    this.input = input;
    this.settings = settings;
    this.incidents = incidents;
    this.registry = registry;
    this.room = new WaitingRoom(settings.queueCapacity());
    Gauge.builder("rampart.classifiers.queue", room, WaitingRoom::size)
        .description("Requests that wait, 0 to the capacity")
        .baseUnit("requests")
        .tag("lane", name)
        .register(registry);
    Gauge.builder("rampart.classifiers.queue.capacity", settings, EngineSettings::queueCapacity)
        .description("Requests that may wait before the stream threads do")
        .baseUnit("requests")
        .tag("lane", name)
        .strongReference(true)
        .register(registry);
    this.wait =
        Timer.builder("rampart.classifiers.wait")
            .description("How long the oldest request of a batch waited")
            .tag("lane", name)
            .serviceLevelObjectives(Buckets.TIMES)
            .register(registry);
    this.abandoned =
        Counter.builder("rampart.classifiers.abandoned")
            .description("Workers given up because their run hung")
            .tag("lane", name)
            .register(registry);
    staff(settings.workers());
    this.watch = daemon(this::watch, "watch");
    watch.start();
  }

  /** Sees to it that there are at least as many workers. */
  synchronized void staff(int workers) {
    while (posts.size() < workers) {
      posts.add(post(posts.size()));
    }
  }

  /** Lets the workers take at least as many requests at once, from their next batch on. */
  synchronized void widen(int items) {
    batch = Math.max(batch, items);
  }

  private Post post(int number) {
    UnitScorer scorer = new UnitScorer(Encoder.of(input), number, incidents, registry);
    LaneWorker worker = new LaneWorker(room, scorer, settings.deadline(), () -> batch, wait);
    Thread thread = daemon(worker, String.valueOf(number));
    thread.start();
    return new Post(worker, thread);
  }

  private Thread daemon(Runnable work, String suffix) {
    Thread thread = new Thread(work, "rampart-classifier-" + name + "-" + suffix);
    thread.setDaemon(true);
    return thread;
  }

  boolean put(Waiting waiting) {
    return room.put(waiting);
  }

  /** See {@link WaitingRoom#putBack}. */
  boolean putBack(Waiting waiting) {
    return room.putBack(waiting);
  }

  private void watch() {
    Duration quarter = settings.runLimit().dividedBy(4);
    Duration round = quarter.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : quarter;
    try {
      while (true) {
        Thread.sleep(round.toMillis());
        lookAround(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void lookAround(long now) {
    long limit = settings.runLimit().toNanos();
    for (int i = 0; i < posts.size(); i++) {
      Hand hand = posts.get(i).worker().hand();
      if (hand.runningFor(now) > limit) {
        hand.terminate(now, incidents);
      }
      if (hand.deafFor(now) > limit) {
        hand.abandon();
        abandoned.increment();
        posts.set(i, post(i));
      }
    }
  }

  /**
   * Lets the workers finish what waits, and waits for them; a run that hangs is given up as at any
   * time.
   */
  void close() {
    room.close();
    for (Post post = next(); post != null; post = next()) {
      joinForAWhile(post.thread());
    }
    watch.interrupt();
  }

  private synchronized @Nullable Post next() {
    return posts.stream().filter(post -> post.thread().isAlive()).findFirst().orElse(null);
  }

  private static void joinForAWhile(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(100);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
