package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.registry.SchemaRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs decisions on a thread of its own, in bounded memory. A failure, a full disk for instance,
 * never reaches the pipeline: it is counted, told, and logging starts again from what is on disk.
 */
public final class DecisionLogger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionLogger.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);
  private static final Duration FINISH_LIMIT = Duration.ofMinutes(10);

  private final LogSource source;
  private final DecisionLogSettings settings;
  private final FeatureNames names;
  private final Counter logged;
  private final Counter failures;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> lastFailure = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "rampart-decision-log");
  private volatile boolean toTheEnd;

  private DecisionLogger(
      LogSource source, DecisionLogSettings settings, FeatureNames names, MeterRegistry meters) {
    this.source = source;
    this.settings = settings;
    this.names = names;
    this.logged =
        Counter.builder("rampart.decision.log.rows")
            .description("Decisions written to the decision log")
            .register(meters);
    this.failures =
        Counter.builder("rampart.decision.log.failures")
            .description("Failures of the decision log, after each of which it started again")
            .register(meters);
  }

  /**
   * Starts to log, from where the folder ends or else from the beginning of the topic.
   *
   * @param client Kafka client properties
   * @param topic of the decisions
   */
  public static DecisionLogger start(
      Map<String, ?> client,
      String topic,
      SchemaRegistry registry,
      DecisionLogSettings settings,
      FeatureNames names,
      MeterRegistry meters) {
    LogSource source = new LogSource(Map.copyOf(client), topic, registry);
    DecisionLogger logger = new DecisionLogger(source, settings, names, meters);
    logger.thread.setDaemon(true);
    logger.thread.start();
    return logger;
  }

  private void run() {
    do {
      try (LogSession session = LogSession.open(source, settings, names)) {
        session.run(() -> stop.getCount() == 0, () -> toTheEnd, logged::increment);
        lastFailure.set(null);
        return;
      } catch (Exception failure) {
        failures.increment();
        lastFailure.set(failure);
        LOG.warn("the decision log failed and starts again: {}", failure.toString());
        pause();
      }
    } while (stop.getCount() > 0);
  }

  private void pause() {
    try {
      var unused = stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  /** Waits until logging stops. */
  public void await() throws InterruptedException {
    thread.join();
  }

  /**
   * Logs all that is committed by now, then stops.
   *
   * @throws CommandFailure when that fails, or takes longer than ten minutes
   */
  public void finish() throws InterruptedException {
    toTheEnd = true;
    stop.countDown();
    thread.join(FINISH_LIMIT.toMillis());
    Throwable failure = lastFailure.get();
    if (failure != null) {
      throw CommandFailure.failed("the decision log is not complete: " + failure, failure);
    }
    if (thread.isAlive()) {
      throw CommandFailure.failed(
          "the decision log is not complete after " + FINISH_LIMIT.toMinutes() + " minutes");
    }
  }

  /** Writes what is gathered, and stops; gives up after half a minute. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
