package dev.rampart.topology.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Looks for idle records of a task's store every few seconds. Time is the newest event time that
 * the task has seen: a replay of old events expires nothing that was alive then, and a task that
 * sees no events deletes nothing. Confined to the task's thread.
 */
public final class Sweep {
  /** Time from one turn to the next. */
  public static final Duration INTERVAL = Duration.ofSeconds(10);

  private final IdleRecords records;
  private final long keptMillis;
  private final Counter expired;
  private long newestEvent;

  private Sweep(IdleRecords records, Duration kept, Counter expired) {
    this.records = records;
    this.keptMillis = kept.toMillis();
    this.expired = expired;
  }

  /**
   * Schedules the turns of one task.
   *
   * @param store name of the store, for the counter {@code rampart.records.expired}
   * @param kept how long an idle record is kept
   */
  public static Sweep schedule(
      ProcessorContext<?, ?> context,
      String store,
      IdleRecords records,
      Duration kept,
      MeterRegistry meters) {
    Counter expired =
        Counter.builder("rampart.records.expired")
            .description("Records of state stores deleted because their account was idle")
            .tag("store", store)
            .register(meters);
    Sweep sweep = new Sweep(records, kept, expired);
    var unused = context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> sweep.turn());
    return sweep;
  }

  /** Tells the time of an event that the task has processed. */
  public void sees(long eventTime) {
    newestEvent = Math.max(newestEvent, eventTime);
  }

  /**
   * In a punctuator Kafka Streams would commit a half-made change on its own time-outs and
   * corruption signals, so these leave as plain failures.
   */
  private void turn() {
    try {
      if (newestEvent > keptMillis) {
        expired.increment(records.deleteSome(newestEvent - keptMillis));
      }
    } catch (TimeoutException | TaskCorruptedException e) {
      throw new StreamsException("idle records could not be deleted", e);
    }
  }
}
