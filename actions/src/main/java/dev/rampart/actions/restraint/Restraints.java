package dev.rampart.actions.restraint;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps policies from acting. Immutable; any thread may use it.
 *
 * <p>A kill switch and a snooze turn what a policy asks for into SHADOW: it is recorded and not
 * done. A spent budget turns it into a single REVIEW of each subject without strikes: somebody
 * looks, nothing is lost. A kill switch holds for every event from the moment it is known; snoozes
 * and spent budgets hold for event times.
 */
public final class Restraints {
  /** Nothing is restrained. */
  public static final Restraints NONE = new Restraints(Map.of());

  /** Queue of the reviews that a spent budget leads to. */
  public static final String BUDGET_QUEUE = "budget";

  private record Fact(ControlKind kind, String entity) {
    private static final char SEPARATOR = '/';

    static Fact named(String name) {
      int end = name.indexOf(SEPARATOR);
      return new Fact(ControlKind.valueOf(name.substring(0, end)), name.substring(end + 1));
    }

    String name() {
      return kind.name() + SEPARATOR + entity;
    }

    boolean isAbout(EventView event) {
      return kind != ControlKind.SNOOZE
          || Entities.isSnoozeOf(entity, "user:" + event.accountId())
          || Entities.isSnoozeOf(entity, "guild:" + event.value(EventField.GUILD_ID));
    }
  }

  private final Map<Fact, Span> spans;

  private Restraints(Map<Fact, Span> spans) {
    this.spans = Map.copyOf(spans);
  }

  /**
   * Restraints that hold whatever the time of the event.
   *
   * @param names as {@link #namesFor} gives them
   */
  public static Restraints always(Collection<String> names) {
    return names.isEmpty()
        ? NONE
        : new Restraints(
            names.stream().distinct().collect(Collectors.toMap(Fact::named, name -> Span.ALWAYS)));
  }

  /**
   * Names of those that hold for an event and are about it, as the topic {@code control} keys them:
   * {@code KILL_SWITCH/policy:spam}. Sorted.
   */
  public List<String> namesFor(EventView event) {
    return spans.isEmpty()
        ? List.of()
        : spans.entrySet().stream()
            .filter(each -> each.getValue().covers(event.eventTime()))
            .map(Map.Entry::getKey)
            .filter(fact -> fact.isAbout(event))
            .map(Fact::name)
            .sorted()
            .toList();
  }

  /** These and one more, or the newer form of one; a record of another kind changes nothing. */
  public Restraints with(ControlRecord record) {
    Fact fact = new Fact(record.getKind(), record.getEntity());
    if (record.getKind() == ControlKind.KILL_SWITCH) {
      return with(fact, Span.until(record));
    }
    return record.getKind() == ControlKind.SNOOZE || record.getKind() == ControlKind.BUDGET_TRIPPED
        ? with(fact, Span.of(record))
        : this;
  }

  private Restraints with(Fact fact, Span span) {
    Map<Fact, Span> more = new HashMap<>(spans);
    more.put(fact, span);
    return new Restraints(more);
  }

  /** These without one. */
  public Restraints without(ControlKind kind, String entity) {
    Map<Fact, Span> fewer = new HashMap<>(spans);
    return fewer.remove(new Fact(kind, entity)) == null ? this : new Restraints(fewer);
  }

  /** How many of a kind hold at this time, in milliseconds. */
  public long count(ControlKind kind, long time) {
    return spans.entrySet().stream()
        .filter(each -> each.getKey().kind() == kind && each.getValue().covers(time))
        .count();
  }

  /** What is left of a verdict. */
  public Verdict restrain(Verdict verdict, EventView event) {
    return spans.isEmpty() || verdict.matches().isEmpty() ? verdict : restrained(verdict, event);
  }

  private Verdict restrained(Verdict verdict, EventView event) {
    List<RuleMatch> matches =
        verdict.matches().stream().map(match -> restrained(match, event)).toList();
    Set<ActionIntent> intents = new LinkedHashSet<>();
    verdict.intents().forEach(intent -> intents.add(restrained(intent, event)));
    return new Verdict(matches, new ArrayList<>(intents));
  }

  private RuleMatch restrained(RuleMatch match, EventView event) {
    return match.mode() != PolicyMode.SHADOW && isStopped(match.policy(), event)
        ? new RuleMatch(match.policy(), match.policyVersion(), match.rule(), PolicyMode.SHADOW)
        : match;
  }

  private ActionIntent restrained(ActionIntent intent, EventView event) {
    RuleMatch match = restrained(intent.match(), event);
    if (match.mode() == PolicyMode.SHADOW) {
      return intent.as(match);
    }
    return intent.kind() != ActionKind.REVIEW && isSpent(match.policy(), event)
        ? intent.asReview(BUDGET_QUEUE)
        : intent;
  }

  private boolean isSpent(String policy, EventView event) {
    return holdsFor(ControlKind.BUDGET_TRIPPED, policy, event);
  }

  private boolean isStopped(String policy, EventView event) {
    return holdsFor(ControlKind.KILL_SWITCH, policy, event)
        || isSnoozed(policy, event)
        || isSnoozed(Entities.ALL, event);
  }

  private boolean isSnoozed(String policy, EventView event) {
    return isSnoozed("user:" + event.accountId(), policy, event)
        || isSnoozed("guild:" + event.value(EventField.GUILD_ID), policy, event);
  }

  private boolean isSnoozed(String subject, String policy, EventView event) {
    return holds(ControlKind.SNOOZE, Entities.snooze(subject, policy), event);
  }

  private boolean holdsFor(ControlKind kind, String policy, EventView event) {
    return holds(kind, Entities.policy(policy), event)
        || holds(kind, Entities.policy(Entities.ALL), event);
  }

  private boolean holds(ControlKind kind, String entity, EventView event) {
    Span span = spans.get(new Fact(kind, entity));
    return span != null && span.covers(event.eventTime());
  }
}
