package dev.rampart.ops.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an instance whose wall clock was set back. Kafka's clients time their waits by that clock:
 * one that noted a later hour does nothing until the hour comes again, and does not say so. A new
 * process knows no other hour.
 *
 * <p>Looks on a thread of its own until it is closed.
 */
final class ClockWatch implements AutoCloseable {
  /** Less is what clocks are corrected by, and no longer than other waits. */
  static final Duration BEARABLE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LongSupplier wallMillis;
  private final LongSupplier monotonicNanos;
  private final Consumer<String> stop;
  private long ahead;
  private volatile boolean closed;

  /**
   * @param wallMillis the clock that may be set
   * @param monotonicNanos the clock that may not
   * @param stop told why the instance has to end; may block
   */
  ClockWatch(LongSupplier wallMillis, LongSupplier monotonicNanos, Consumer<String> stop) {
    this.wallMillis = wallMillis;
    this.monotonicNanos = monotonicNanos;
    this.stop = stop;
    this.ahead = difference();
  }

  /**
   * Watches the clocks of this machine. A process that does not end within seconds after {@code
   * stop} has returned is ended: what it waits for may be the hour.
   */
  static ClockWatch start(Consumer<String> stop) {
    ClockWatch watch = new ClockWatch(System::currentTimeMillis, System::nanoTime, stop);
    Thread thread = new Thread(watch::watch, "rampart-clock-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** Looks once; true when the clock was set back and {@code stop} was told. */
  boolean look() {
    long before = ahead;
    ahead = difference();
    Duration back = Duration.ofMillis(before - ahead);
    if (back.compareTo(BEARABLE) <= 0) {
      return false;
    }
    stop.accept(
        "the clock of this machine was set back by %d s, which Kafka's clients would wait for;"
                .formatted(back.toSeconds())
            + " the instance has to be started again");
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void watch() {
    try {
      while (!closed) {
        TimeUnit.SECONDS.sleep(1);
        if (look()) {
          TimeUnit.SECONDS.sleep(PATIENCE.toSeconds());
          LOG.error("The instance did not end by itself: it is ended");
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private long difference() {
    return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(monotonicNanos.getAsLong());
  }
}
