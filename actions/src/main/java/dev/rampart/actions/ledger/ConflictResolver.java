package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settles what happens when several rules want something of the same subject: the rule with the
 * most severe action wins, and what it asks for of that subject stands whole. Of equals the longer
 * duration wins, then the rule that comes first. The same request twice is one request.
 */
final class ConflictResolver {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /** From the mildest to the most severe: by kind, then by duration. */
  static final Comparator<ActionIntent> SEVERITY =
      Comparator.comparing(ActionIntent::kind).thenComparing(ConflictResolver::duration);

  private record Subject(SubjectType type, String id) {}

  private record Request(RuleKey rule, ActionKind kind, Subject subject) {}

  private ConflictResolver() {}

  /** The intents that stand, in the order in which they came. */
  static List<ActionIntent> resolve(List<ActionIntent> intents) {
    Map<Subject, ActionIntent> winners = new LinkedHashMap<>();
    for (ActionIntent intent : intents) {
      winners.merge(subject(intent), intent, ConflictResolver::moreSevere);
    }
    Set<Request> requests = new HashSet<>();
    List<ActionIntent> standing = new ArrayList<>();
    for (ActionIntent intent : intents) {
      if (winnerOf(winners, intent).equals(intent.match()) && requests.add(request(intent))) {
        standing.add(intent);
      }
    }
    return standing;
  }

  private static RuleMatch winnerOf(Map<Subject, ActionIntent> winners, ActionIntent intent) {
    return winners.getOrDefault(subject(intent), intent).match();
  }

  private static ActionIntent moreSevere(ActionIntent one, ActionIntent other) {
    return SEVERITY.compare(other, one) > 0 ? other : one;
  }

  private static Request request(ActionIntent intent) {
    return new Request(RuleKey.of(intent.match()), intent.kind(), subject(intent));
  }

  private static Subject subject(ActionIntent intent) {
    return new Subject(intent.subjectType(), intent.subjectId());
  }

  private static Duration duration(ActionIntent intent) {
    Duration duration = intent.duration();
    return duration == null ? FOREVER : duration;
  }
}
