package dev.rampart.ops.summary;

import dev.rampart.topology.topics.Topics;
import java.util.List;

/** Full names of the topics that the pipeline writes. */
public record OutcomeTopics(
    String decisions,
    String messageActions,
    String userActions,
    String review,
    String deadLetters) {

  /** The topics under {@code prefix}, {@code rampart.} for instance. */
  public static OutcomeTopics under(String prefix) {
    Topics topics = new Topics(prefix);
    return new OutcomeTopics(
        topics.decisions().name(),
        topics.messageActions().name(),
        topics.userActions().name(),
        topics.review().name(),
        topics.deadLetters());
  }

  /** All of them. */
  public List<String> all() {
    return List.of(decisions, messageActions, userActions, review, deadLetters);
  }
}
