package dev.rampart.actions.ledger;

import dev.rampart.actions.document.LadderStep;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Intents against the account u-1. */
final class Intents {
  static final Duration HOUR = Duration.ofHours(1);

  /** A time-out at 3 strikes, a ban at 5. */
  static final Escalation LADDER =
      new Escalation(
          Duration.ofDays(30),
          List.of(
              new LadderStep(3, ActionKind.TIME_OUT, HOUR),
              new LadderStep(5, ActionKind.BAN, null)),
          null);

  private Intents() {}

  static ActionIntent onMessage(String rule, ActionKind kind, String message, double strikes) {
    return intent(rule, PolicyMode.LIVE, SubjectType.MESSAGE, message, kind, strikes, null);
  }

  static ActionIntent onUser(String rule, ActionKind kind, @Nullable Duration duration) {
    return intent(rule, PolicyMode.LIVE, SubjectType.USER, "u-1", kind, 0, duration);
  }

  static ActionIntent intent(
      String rule,
      PolicyMode mode,
      SubjectType subjectType,
      String subjectId,
      ActionKind kind,
      double strikes,
      @Nullable Duration duration) {
    return new ActionIntent(
        new RuleMatch("test", 1, rule, mode),
        subjectType,
        subjectId,
        "u-1",
        kind,
        duration == null ? Map.of() : Map.of("duration", duration.toString()),
        List.of(),
        "test." + rule,
        strikes,
        duration,
        Escalation.NONE);
  }

  static ActionIntent with(ActionIntent intent, Escalation escalation) {
    return new ActionIntent(
        intent.match(),
        intent.subjectType(),
        intent.subjectId(),
        intent.accountId(),
        intent.kind(),
        intent.parameters(),
        intent.reasons(),
        intent.noticeKey(),
        intent.strikes(),
        intent.duration(),
        escalation);
  }

  static ActionIntent shadow(ActionIntent intent) {
    return new ActionIntent(
        new RuleMatch("shadow", 2, intent.match().rule(), PolicyMode.SHADOW),
        intent.subjectType(),
        intent.subjectId(),
        intent.accountId(),
        intent.kind(),
        intent.parameters(),
        intent.reasons(),
        intent.noticeKey(),
        intent.strikes(),
        intent.duration(),
        intent.escalation());
  }
}
