package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Takes back what a withdrawn version did: an OVERTURNED feedback for each action, keyed by
 * account, with an id that follows from the action's, so that doing it twice does it once. The
 * ledger answers each with a reversal and forgets the strikes.
 */
final class Reversals {
  /** Record times may lag behind event times by as much. */
  private static final Duration SLACK = Duration.ofHours(1);

  private final Map<String, Object> client;
  private final Topics names;
  private final SchemaRegistry registry;

  Reversals(Map<String, Object> client, Topics names, SchemaRegistry registry) {
    this.client = client;
    this.names = names;
    this.registry = registry;
  }

  /** What the version alone is behind, among the decisions that are committed now. */
  Deeds deedsOf(Rollback rollback) {
    Deeds deeds = new Deeds(rollback.withdrawn().getPolicy(), rollback.withdrawn().getVersion());
    try (DecisionScan scan = new DecisionScan(client, names.decisions(), registry)) {
      scan.read(rollback.actedFrom().minus(SLACK), deeds);
    }
    return deeds;
  }

  /**
   * Overturns them, all or none.
   *
   * @return how many
   */
  int overturn(Deeds deeds, Rollback rollback, PolicyTopics topics, Signature by, Clock clock) {
    Collection<EnforcementAction> actions = deeds.toReverse().values();
    return topics.change(
        () -> {
          topics.audit(by, deed(rollback.withdrawn(), actions.size()), clock.instant());
          actions.forEach(action -> overturn(action, topics, clock.instant()));
          return actions.size();
        });
  }

  private static Deed deed(PolicyVersion withdrawn, int actions) {
    String key = Transitions.key(withdrawn.getPolicy(), withdrawn.getVersion());
    return new Deed(
        "policy.reverse", "policy:" + key, Map.of("actions", Integer.toString(actions)));
  }

  private void overturn(EnforcementAction action, PolicyTopics topics, Instant now) {
    topics.send(names.feedback(), action.getAccountId(), feedback(action, now));
  }

  private static Feedback feedback(EnforcementAction action, Instant now) {
    return Feedback.newBuilder()
        .setFeedbackId("rollback-" + action.getActionId())
        .setActionId(action.getActionId())
        .setSubjectId(action.getAccountId())
        .setOutcome(FeedbackOutcome.OVERTURNED)
        .setReviewer("rollback:" + action.getPolicy() + "@" + action.getPolicyVersion())
        .setDecidedAt(now)
        .build();
  }
}
