package dev.rampart.ops.bench.hostile;

import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Latencies of the accounts beside the attacker, those that share its partition apart. Confined to
 * the thread that reads.
 */
final class Neighbours implements OutcomeListener {
  private static final long LONGEST_MILLIS = 3_600_000;

  private final int partition;
  private final Histogram beside = new Histogram(LONGEST_MILLIS, 3);
  private final Histogram elsewhere = new Histogram(LONGEST_MILLIS, 3);
  private final Histogram attacker = new Histogram(LONGEST_MILLIS, 3);
  private long letters;

  /**
   * @param partition of the attacker
   */
  Neighbours(int partition) {
    this.partition = partition;
  }

  /**
   * Times from append to readable decision, in milliseconds.
   *
   * @param count decisions
   */
  public record Times(long count, long p50, long p99, long most) {
    private static Times of(Histogram histogram) {
      return new Times(
          histogram.getTotalCount(),
          histogram.getValueAtPercentile(50),
          histogram.getValueAtPercentile(99),
          histogram.getMaxValue());
    }
  }

  /** Begins anew. */
  void clear() {
    beside.reset();
    elsewhere.reset();
    attacker.reset();
    letters = 0;
  }

  Times beside() {
    return Times.of(beside);
  }

  Times elsewhere() {
    return Times.of(elsewhere);
  }

  Times attacker() {
    return Times.of(attacker);
  }

  long letters() {
    return letters;
  }

  /** Events that are decided or dead letters since it began. */
  long accounted() {
    return beside.getTotalCount() + elsewhere.getTotalCount() + attacker.getTotalCount() + letters;
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    if (decision.getEventType() == EventType.MESSAGE) {
      of(decision).recordValue(Math.min(latencyMillis, LONGEST_MILLIS));
    }
  }

  private Histogram of(Decision decision) {
    if (decision.getAuthorId().equals(Attack.AUTHOR)) {
      return attacker;
    }
    return decision.getSource().getPartition() == partition ? beside : elsewhere;
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    letters++;
  }
}
