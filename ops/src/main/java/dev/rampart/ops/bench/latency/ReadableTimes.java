package dev.rampart.ops.bench.latency;

import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts decisions of events and records how long each took. Confined to the thread that reads. */
final class ReadableTimes implements OutcomeListener {
  private static final long LONGEST_MILLIS = 600_000;

  private Histogram latency = new Histogram(LONGEST_MILLIS, 3);
  private long decided;

  /** Forgets the times until now, not the count. */
  void startAfresh() {
    latency = new Histogram(LONGEST_MILLIS, 3);
  }

  Histogram latency() {
    return latency;
  }

  long decided() {
    return decided;
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    if (decision.getEventType() != EventType.FINDING) {
      decided++;
      latency.recordValue(Math.min(latencyMillis, LONGEST_MILLIS));
    }
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    throw new IllegalStateException("a generated event became a dead letter");
  }
}
