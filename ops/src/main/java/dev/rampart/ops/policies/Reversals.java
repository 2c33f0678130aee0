package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.Decision;
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
    read(deeds, rollback.actedFrom());
    return deeds;
  }

  /** What an amendment did, among the decisions that are committed now. */
  Deeds deedsOf(AmendmentRecord amendment) {
    Deeds deeds = new Deeds(amendment.policy(), amendment.version(), amendment.id());
    read(deeds, amendment.at());
    return deeds;
  }

  private void read(Deeds deeds, Instant from) {
    try (CommittedScan<Decision> scan = new CommittedScan<>(client, names.decisions(), registry)) {
      scan.read(from.minus(SLACK), deeds);
    }
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
          overturn(actions, "rollback", topics, clock.instant());
          return actions.size();
        });
  }

  /**
   * Overturns actions, within a change.
   *
   * @param occasion why, in a word that ids of feedback begin with
   */
  void overturn(
      Collection<EnforcementAction> actions, String occasion, PolicyTopics topics, Instant now) {
    for (EnforcementAction action : actions) {
      topics.send(names.feedback(), action.getAccountId(), feedback(action, occasion, now));
    }
  }

  private static Deed deed(PolicyVersion withdrawn, int actions) {
    String key = Transitions.key(withdrawn.getPolicy(), withdrawn.getVersion());
    return new Deed(
        "policy.reverse", "policy:" + key, Map.of("actions", Integer.toString(actions)));
  }

  private static Feedback feedback(EnforcementAction action, String occasion, Instant now) {
    return Feedback.newBuilder()
        .setFeedbackId(occasion + "-" + action.getActionId())
        .setActionId(action.getActionId())
        .setSubjectId(action.getAccountId())
        .setOutcome(FeedbackOutcome.OVERTURNED)
        .setReviewer(occasion + ":" + action.getPolicy() + "@" + action.getPolicyVersion())
        .setDecidedAt(now)
        .build();
  }
}
