package dev.rampart.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records with every field filled, of about the size that real ones have. */
public final class Samples {
  public static final Instant SENT_AT = Instant.parse("2026-11-21T10:15:30.123Z");

  private Samples() {}

  /** About 300 bytes in Avro binary. */
  public static MessageEvent message() {
    return MessageEvent.newBuilder()
        .setMessageId("m-00000000000042")
        .setAuthorId("u-000000000007")
        .setChannelId("c-general")
        .setGuildId("g-0815")
        .setRecipientId(null)
        .setContent("Does anybody know how to mount the second disk at start? ".repeat(2) + "¿Sí?")
        .setSentAt(SENT_AT)
        .setMentions(List.of("u-000000000011", "u-000000000012"))
        .setReplyTo("m-00000000000041")
        .setAttachmentHashes(List.of("0f3a9b2c4d5e6f70"))
        .setLocale("en-GB")
        .setDeviceHash("d41d8cd98f00b204")
        .setIpHash("9e107d9d372bb682")
        .build();
  }

  public static UserEvent user() {
    return UserEvent.newBuilder()
        .setEventId("e-1")
        .setUserId("u-000000000007")
        .setKind(UserEventKind.FRIEND_REQUEST)
        .setTargetId("u-000000000011")
        .setAccountCreatedAt(SENT_AT.minusSeconds(86_400))
        .setOccurredAt(SENT_AT)
        .build();
  }

  public static Feedback feedback() {
    return Feedback.newBuilder()
        .setFeedbackId("f-1")
        .setActionId(uuid("action"))
        .setSubjectId("u-000000000007")
        .setOutcome(FeedbackOutcome.OVERTURNED)
        .setReviewer("r-3")
        .setDecidedAt(SENT_AT)
        .build();
  }

  /** With 40 features, two models, one match and one action. */
  public static Decision decision() {
    return Decision.newBuilder()
        .setEventId("m-00000000000042")
        .setEventType(EventType.MESSAGE)
        .setAuthorId("u-000000000007")
        .setGuildId("g-0815")
        .setChannelId("c-general")
        .setDecidedAt(SENT_AT.plusMillis(20))
        .setEventTime(SENT_AT)
        .setCatalogueVersion("1")
        .setFeatures(features())
        .setScores(List.of(scores("toxicity"), scores("spam")))
        .setMatchedRules(List.of(new MatchedRule("abuse", 3, "insult", PolicyMode.LIVE)))
        .setPolicyVersions(Map.of("abuse", 3, "spam", 1))
        .setActions(List.of(action()))
        .setSource(new SourcePosition("rampart.messages", 3, 123_456_789L))
        .build();
  }

  public static EnforcementAction action() {
    return EnforcementAction.newBuilder()
        .setActionId(uuid("action"))
        .setEventId("m-00000000000042")
        .setSubjectType(SubjectType.MESSAGE)
        .setSubjectId("m-00000000000042")
        .setAccountId("u-000000000007")
        .setKind(ActionKind.HIDE)
        .setPolicy("abuse")
        .setPolicyVersion(3)
        .setRule("insult")
        .setMode(PolicyMode.LIVE)
        .setReasons(List.of(new Reason("scores.toxicity.insult", "0.93", 0.9)))
        .setIssuedAt(SENT_AT)
        .setExpiresAt(SENT_AT.plusSeconds(3600))
        .setReverses(uuid("earlier"))
        .build();
  }

  public static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static ModelScores scores(String model) {
    return ModelScores.newBuilder()
        .setModel(model)
        .setVersion("2026-11-01")
        .setLabels(Map.of("insult", 0.93f, "hate", 0.12f, "spam", 0.01f))
        .build();
  }

  private static List<Double> features() {
    return java.util.stream.IntStream.range(0, 40)
        .mapToObj(i -> i == 7 ? Double.NaN : i * 1.5)
        .toList();
  }
}
