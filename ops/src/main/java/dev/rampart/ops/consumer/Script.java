package dev.rampart.ops.consumer;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that can happen to a consumer, to one subject, in one order.
 *
 * @param subject the user that the actions are about
 * @param now when the script is played
 */
record Script(String subject, Instant now) {
  List<Step> steps() {
    return List.of(
        sent("muted", ActionKind.MUTE, null),
        sent("muted", ActionKind.MUTE, null),
        sent("timed-out", ActionKind.TIME_OUT, null),
        sent("back", ActionKind.TIME_OUT, id("timed-out")),
        sent("too-early", ActionKind.SUSPEND, id("never")),
        sent("never", ActionKind.SUSPEND, null),
        new Step(
            EnforcementAction.newBuilder(action("expired", ActionKind.RATE_LIMIT, null))
                .setExpiresAt(now.minus(Duration.ofMinutes(1)))
                .build(),
            true),
        sent("unknown", ActionKind.UNKNOWN, null),
        new Step(
            EnforcementAction.newBuilder(action("shadow", ActionKind.BAN, null))
                .setMode(PolicyMode.SHADOW)
                .build(),
            true),
        new Step(action("aborted", ActionKind.BAN, null), false),
        sent("warned", ActionKind.WARN, null),
        sent("banned", ActionKind.BAN, null));
  }

  /** What a good consumer does, in this order and nothing else. */
  List<Effect> expected() {
    return List.of(
        effect("muted", "done"),
        effect("timed-out", "done"),
        effect("timed-out", "reversed"),
        effect("warned", "done"),
        effect("banned", "done"));
  }

  /** The promise that an unexpected effect breaks. */
  String promiseOf(String actionId) {
    for (String name :
        List.of("never", "expired", "unknown", "shadow", "aborted", "muted", "timed-out")) {
      if (id(name).toString().equals(actionId)) {
        return switch (name) {
          case "never" -> "an action that was reversed before it came is never done";
          case "expired" -> "an action that has expired is not done";
          case "unknown" -> "an unknown kind leaves the subject alone";
          case "shadow" -> "only LIVE and CANARY are done";
          case "aborted" -> "an aborted transaction is not read (isolation.level=read_committed)";
          case "muted" -> "an action that comes twice is done once";
          default -> "a reversal takes its action back once";
        };
      }
    }
    return "actions about a subject are done in their order";
  }

  private Effect effect(String name, String effect) {
    return new Effect(id(name).toString(), effect);
  }

  private Step sent(String name, ActionKind kind, @Nullable UUID reverses) {
    return new Step(action(name, kind, reverses), true);
  }

  private UUID id(String name) {
    return UUID.nameUUIDFromBytes((subject + "/" + name).getBytes(StandardCharsets.UTF_8));
  }

  private EnforcementAction action(String name, ActionKind kind, @Nullable UUID reverses) {
    return EnforcementAction.newBuilder()
        .setActionId(id(name))
        .setEventId("event-" + name)
        .setSubjectType(SubjectType.USER)
        .setSubjectId(subject)
        .setAccountId(subject)
        .setKind(kind)
        .setPolicy("conformance")
        .setPolicyVersion(1)
        .setRule(name)
        .setMode(PolicyMode.LIVE)
        .setIssuedAt(now)
        .setReverses(reverses)
        .build();
  }
}
