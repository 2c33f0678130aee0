package dev.rampart.ops.chaos;

import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.SourcePosition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells the tally and the clocks of recoveries what was committed. Confined to one thread. */
final class Watcher implements OutcomeListener {
  private final OutputTally tally;
  private final Recoveries recoveries;
  private long deadLetters;

  Watcher(OutputTally tally, Recoveries recoveries) {
    this.tally = tally;
    this.recoveries = recoveries;
  }

  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    tally.add(decision);
    SourcePosition source = decision.getSource();
    recoveries.decided(
        new TopicPartition(source.getTopic(), source.getPartition()),
        source.getOffset(),
        latencyMillis);
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

  long deadLetters() {
    return deadLetters;
  }
}
