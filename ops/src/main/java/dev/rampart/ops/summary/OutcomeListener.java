package dev.rampart.ops.summary;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is told of everything that the pipeline committed, by the thread that reads. */
public interface OutcomeListener {

  /**
   * A decision.
   *
   * @param latencyMillis from the append of the event to the moment at which the decision was read
   */
  void onDecision(Decision decision, long latencyMillis);

  /** An action, which a listener may let pass. */
  default void onAction(EnforcementAction action) {}

  /** An item for the reviewers, which a listener may let pass. */
  default void onReview(ReviewItem item) {}

  /** A dead letter, with the original bytes; where and why are in its headers. */
  void onDeadLetter(ConsumerRecord<byte[], byte[]> letter);
}
