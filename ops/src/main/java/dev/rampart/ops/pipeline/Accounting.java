package dev.rampart.ops.pipeline;

import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Tells the index of the input what was decided, and another listener everything.
 *
 * @param index what was written
 * @param next told of everything as well
 */
public record Accounting(InputIndex index, OutcomeListener next) implements OutcomeListener {
  @Override
  public void onDecision(Decision decision, long latencyMillis) {
    index.decided(decision);
    next.onDecision(decision, latencyMillis);
  }

  @Override
  public void onAction(EnforcementAction action) {
    next.onAction(action);
  }

  @Override
  public void onReview(ReviewItem item) {
    next.onReview(item);
  }

  @Override
  public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    index.deadLetter(letter);
    next.onDeadLetter(letter);
  }
}
