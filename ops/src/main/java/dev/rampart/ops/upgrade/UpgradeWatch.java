package dev.rampart.ops.upgrade;

import dev.rampart.ops.chaos.OutputTally;
import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Notes what comes out while builds change. Confined to the thread that reads. */
final class UpgradeWatch implements OutcomeListener {
  private static final long LONGEST_MILLIS = 3_600_000;

  private final String messages;
  private final String policy;
  private final OutputTally tally = new OutputTally();
  private final Histogram latency = new Histogram(LONGEST_MILLIS, 3);
  private final Map<Integer, Long> newest = new HashMap<>();
  private final Map<String, Long> byCatalogue = new TreeMap<>();
  private final Map<Integer, Long> byPolicyVersion = new TreeMap<>();
  private long longestPause;
  private long deadLetters;

  /**
   * @param messages topic whose partitions are watched for pauses: it has messages all the time
   * @param policy that changes
   */
  UpgradeWatch(String messages, String policy) {
    this.messages = messages;
    this.policy = policy;
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    tally.add(decision);
    byCatalogue.merge(decision.getCatalogueVersion(), 1L, Long::sum);
    Integer version = decision.getPolicyVersions().get(policy);
    byPolicyVersion.merge(version == null ? 0 : version, 1L, Long::sum);
    if (decision.getSource().getTopic().equals(messages)) {
      latency.recordValue(Math.min(latencyMillis, LONGEST_MILLIS));
      notePause(decision.getSource().getPartition());
    }
  }

  private void notePause(int partition) {
    long now = System.nanoTime();
    Long before = newest.put(partition, now);
    longestPause = Math.max(longestPause, before == null ? 0 : now - before);
  }

  @Override
  public void onAction(EnforcementAction action) {
    tally.add(action);
  }

  @Override
  public void onReview(ReviewItem item) {
    tally.addSent(item.getActionId());
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    deadLetters++;
  }

  OutputTally tally() {
    return tally;
  }

  long deadLetters() {
    return deadLetters;
  }

  Map<String, Long> byCatalogue() {
    return byCatalogue;
  }

  Map<Integer, Long> byPolicyVersion() {
    return byPolicyVersion;
  }

  double longestPauseSeconds() {
    return longestPause / 1e9;
  }

  long latencyMillis(double percentile) {
    return latency.getValueAtPercentile(percentile);
  }
}
