package dev.rampart.peers;

import dev.rampart.ops.chaos.OutputTally;
import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The decisions of one peer as a reader of committed records sees them. One thread. */
final class Seen implements OutcomeListener {
  final OutputTally tally = new OutputTally();
  final Histogram latency = new Histogram(3_600_000, 3);
  private final Map<Integer, Long> newest = new HashMap<>();
  private final Map<Integer, Long> before = new HashMap<>();
  private final Set<Integer> recovered = new HashSet<>();
  private long first;
  private long last;
  private long firstCount;
  private long count;

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    if (decision.getEventType() != EventType.MESSAGE) {
      return;
    }
    tally.add(decision);
    latency.recordValue(Math.min(latencyMillis, 3_600_000));
    count++;
    int partition = decision.getSource().getPartition();
    long offset = decision.getSource().getOffset();
    newest.merge(partition, offset, Math::max);
    if (offset > before.getOrDefault(partition, Long.MAX_VALUE)) {
      recovered.add(partition);
    }
  }

  /** Begins to look for decisions of events beyond those that are decided now. */
  void markLoss() {
    before.putAll(newest);
    recovered.clear();
  }

  boolean isRecovered() {
    return recovered.size() == before.size();
  }

  long count() {
    return count;
  }

  /** Notes the time when so many are there: a throughput is counted from the first of two notes. */
  void note() {
    long now = System.nanoTime();
    if (first == 0) {
      first = now;
      firstCount = count;
    }
    last = now;
  }

  double perSecond() {
    return (count - firstCount) * 1e9 / Math.max(1, last - first);
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {}
}
