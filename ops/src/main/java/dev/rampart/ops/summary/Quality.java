package dev.rampart.ops.summary;

import dev.rampart.ops.community.AbuseKind;
import dev.rampart.ops.community.GroundTruth;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what policies said against the truth. An event is flagged by a policy when a rule of it
 * matched (live or canary), also on a finding about it, or when an action of it is about that
 * message. {@value #ANY} stands for all policies together and all abuse.
 *
 * <p>Confined to one thread.
 */
public final class Quality {
  static final String ANY = "any";
  private static final Set<AbuseKind> ALL_ABUSE = EnumSet.complementOf(EnumSet.of(AbuseKind.NONE));

  private final GroundTruth truth;
  private final Map<String, Set<AbuseKind>> targets;
  private final Map<String, Flagged> policies = new TreeMap<>();

  /**
   * Starts with nothing flagged.
   *
   * @param targets the kinds of abuse that a policy is meant to find; all where a policy is not in
   *     it
   */
  public Quality(GroundTruth truth, Map<String, Set<AbuseKind>> targets) {
    this.truth = truth;
    this.targets = Map.copyOf(targets);
    flagged(ANY);
    targets.keySet().forEach(this::flagged);
  }

  void add(Decision decision) {
    for (MatchedRule rule : decision.getMatchedRules()) {
      if (rule.getMode() != PolicyMode.SHADOW) {
        String about = decision.getAbout();
        add(rule.getPolicy(), about == null ? decision.getEventId() : about);
      }
    }
  }

  void add(EnforcementAction action) {
    boolean aboutMessage = action.getSubjectType() == SubjectType.MESSAGE;
    add(action.getPolicy(), aboutMessage ? action.getSubjectId() : action.getEventId());
  }

  private void add(String policy, String eventId) {
    if (truth.knows(eventId)) {
      flagged(policy).add(eventId, truth.of(eventId));
      flagged(ANY).add(eventId, truth.of(eventId));
    }
  }

  /** The figures of each policy, {@value #ANY} among them. */
  Map<String, PolicyQuality> byPolicy() {
    Map<AbuseKind, Long> counts = truth.counts();
    Map<String, PolicyQuality> qualities = new TreeMap<>();
    policies.forEach((name, flagged) -> qualities.put(name, flagged.against(counts)));
    return qualities;
  }

  private Flagged flagged(String policy) {
    return policies.computeIfAbsent(
        policy, name -> new Flagged(targets.getOrDefault(name, ALL_ABUSE)));
  }

  private static final class Flagged {
    private final Set<AbuseKind> targets;
    private final IdSet events = new IdSet();
    private long right;

    Flagged(Set<AbuseKind> targets) {
      this.targets = targets;
    }

    void add(String eventId, AbuseKind kind) {
      if (events.add(eventId) && targets.contains(kind)) {
        right++;
      }
    }

    PolicyQuality against(Map<AbuseKind, Long> counts) {
      long planted = targets.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
      return new PolicyQuality(events.size(), right, planted);
    }
  }
}
