package dev.rampart.ops.explain;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was recorded of an event; a field that it does not have is null, 0 or empty. */
public record FactsView(
    String kind,
    @Nullable String about,
    @Nullable String guildId,
    @Nullable String channelId,
    @Nullable String recipientId,
    @Nullable String targetId,
    @Nullable String replyTo,
    @Nullable String locale,
    @Nullable String deviceHash,
    @Nullable String ipHash,
    int contentLength,
    List<String> mentions,
    List<String> attachmentHashes,
    List<String> domains,
    int linkCount,
    @Nullable Instant accountCreatedAt,
    @Nullable UUID judgedActionId,
    @Nullable String judgedEventId,
    @Nullable String label) {
  public FactsView {
    mentions = List.copyOf(mentions);
    attachmentHashes = List.copyOf(attachmentHashes);
    domains = List.copyOf(domains);
  }

  static @Nullable FactsView of(Decision decision, UnaryOperator<String> mask) {
    EventFacts facts = decision.getEvent();
    if (facts == null) {
      return null;
    }
    return new FactsView(
        facts.getKind(),
        decision.getAbout(),
        masked(decision.getGuildId(), mask),
        masked(decision.getChannelId(), mask),
        masked(facts.getRecipientId(), mask),
        masked(facts.getTargetId(), mask),
        facts.getReplyTo(),
        facts.getLocale(),
        masked(facts.getDeviceHash(), mask),
        masked(facts.getIpHash(), mask),
        facts.getContentLength(),
        facts.getMentions().stream().map(mask).toList(),
        facts.getAttachmentHashes().stream().map(mask).toList(),
        facts.getDomains(),
        facts.getLinkCount(),
        facts.getAccountCreatedAt(),
        facts.getJudgedActionId(),
        facts.getJudgedEventId(),
        facts.getLabel());
  }

  private static @Nullable String masked(@Nullable String id, UnaryOperator<String> mask) {
    return id == null ? null : mask.apply(id);
  }
}
