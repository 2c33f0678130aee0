package dev.rampart.ops.community;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The moment at which the next event happens: its time, its id, the people, the dice. */
final class Scene {
  private final Population population;
  private final SplittableRandom random;
  private long now;
  private final Set<String> present = new HashSet<>();
  private String eventId = "";

  Scene(Population population, SplittableRandom random) {
    this.population = population;
    this.random = random;
  }

  void advance(long time, String nextEventId) {
    now = time;
    eventId = nextEventId;
  }

  long now() {
    return now;
  }

  SplittableRandom random() {
    return random;
  }

  Population population() {
    return population;
  }

  /** One time in {@code n}. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A message in a guild's channel. */
  CommunityEvent message(Account author, Guild guild, String text, AbuseKind truth) {
    return message(author, guild, text, List.of(), null, truth);
  }

  /**
   * A message in a guild's channel that mentions members, and perhaps answers another. The first
   * thing that an account does is to log in, in place of its message.
   */
  CommunityEvent message(
      Account author,
      Guild guild,
      String text,
      List<String> mentions,
      @Nullable String replyTo,
      AbuseKind truth) {
    if (!present.contains(author.id())) {
      return login(author);
    }
    MessageEvent record = bare(author, text);
    record.setChannelId(guild.channel(random));
    record.setGuildId(guild.id());
    record.setMentions(mentions);
    record.setReplyTo(replyTo);
    return new CommunityEvent.Message(record, now, truth);
  }

  /** A message to one user. */
  CommunityEvent direct(Account author, Account recipient, String text, AbuseKind truth) {
    if (!present.contains(author.id())) {
      return login(author);
    }
    MessageEvent record = bare(author, text);
    record.setChannelId("dm-" + author.id() + "-" + recipient.id());
    record.setRecipientId(recipient.id());
    record.setMentions(List.of());
    return new CommunityEvent.Message(record, now, truth);
  }

  /** Anything else that {@code account} does or that is done to it. */
  CommunityEvent user(
      UserEventKind kind,
      Account account,
      @Nullable Guild guild,
      @Nullable Account target,
      AbuseKind truth) {
    present.add(account.id());
    UserEvent record = new UserEvent();
    record.setEventId(eventId);
    record.setUserId(account.id());
    record.setKind(kind);
    record.setGuildId(guild == null ? null : guild.id());
    record.setTargetId(target == null ? null : target.id());
    record.setAccountCreatedAt(Instant.ofEpochMilli(account.createdAt()));
    record.setDeviceHash(account.device());
    record.setIpHash(account.ip());
    record.setOccurredAt(Instant.ofEpochMilli(now));
    return new CommunityEvent.User(record, now, truth);
  }

  private CommunityEvent login(Account account) {
    return user(UserEventKind.LOGIN, account, null, null, AbuseKind.NONE);
  }

  private MessageEvent bare(Account author, String text) {
    MessageEvent record = new MessageEvent();
    record.setMessageId(eventId);
    record.setAuthorId(author.id());
    record.setContent(text);
    record.setSentAt(Instant.ofEpochMilli(now));
    record.setAttachmentHashes(List.of());
    record.setLocale(author.locale());
    record.setDeviceHash(author.device());
    record.setIpHash(author.ip());
    return record;
  }
}
