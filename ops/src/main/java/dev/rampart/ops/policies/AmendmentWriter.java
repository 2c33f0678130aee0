package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.actions.restraint.Restraints;
import dev.rampart.ops.backtest.Lack;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.AmendedAction;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the past lacks as findings, in the order of events: when the budget is spent, what
 * follows is a review. Confined to one thread.
 */
final class AmendmentWriter {
  private final AmendmentRequest request;
  private final String id;
  private final Instant now;
  private long left;

  AmendmentWriter(AmendmentRequest request, String id, Instant now) {
    this.request = request;
    this.id = id;
    this.now = now;
    this.left = request.budget();
  }

  Finding finding(Lack lack) {
    String name = "amendment\n" + id + "\n" + lack.eventId();
    return Finding.newBuilder()
        .setFindingId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString())
        .setAbout(lack.eventId())
        .setMessageId(nullIfEmpty(lack.messageId()))
        .setAccountId(lack.accountId())
        .setChannelId(lack.channelId())
        .setGuildId(nullIfEmpty(lack.guildId()))
        .setEntity(Entities.policy(Transitions.key(request.policy(), request.version())))
        .setHappenedAt(lack.happenedAt())
        .setFoundAt(now)
        .setAmendment(amendment(lack))
        .build();
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private Amendment amendment(Lack lack) {
    return Amendment.newBuilder()
        .setAmendmentId(id)
        .setPolicy(request.policy())
        .setPolicyVersion(request.version())
        .setActions(lack.actions().stream().map(this::action).toList())
        .build();
  }

  private AmendedAction action(Lack.Action lack) {
    AmendedAction.Builder written =
        AmendedAction.newBuilder()
            .setRule(lack.action().match().rule())
            .setSubjectType(lack.action().subjectType())
            .setSubjectId(lack.action().subjectId())
            .setReasons(reasons(lack))
            .setNoticeKey(lack.action().noticeKey());
    boolean acts = AmendmentPlan.acts(lack);
    if (acts && left == 0) {
      return written
          .setKind(ActionKind.REVIEW)
          .setParameters(Map.of("queue", Restraints.BUDGET_QUEUE))
          .build();
    }
    left -= acts ? 1 : 0;
    return written
        .setKind(lack.action().kind())
        .setParameters(lack.action().parameters())
        .setDurationMs(duration(lack))
        .setStrikes(lack.strikes())
        .setStrikesExpireMs(lack.strikesExpire())
        .setCooldownMs(lack.cooldown() == 0 ? null : lack.cooldown())
        .build();
  }

  private List<Reason> reasons(Lack.Action lack) {
    List<Reason> reasons = new ArrayList<>(lack.action().reasons());
    reasons.add(AmendmentReason.naming(id));
    return reasons;
  }

  private static @Nullable Long duration(Lack.Action lack) {
    Instant end = lack.action().expiresAt();
    return end == null ? null : Duration.between(lack.action().issuedAt(), end).toMillis();
  }
}
