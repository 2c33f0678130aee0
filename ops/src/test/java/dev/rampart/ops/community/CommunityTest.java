package dev.rampart.ops.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void shouldMakeTheSameBytesFromTheSameSeed() throws IOException {
    Community first = community(7, 5_000);
    Community second = community(7, 5_000);
    while (first.hasNext()) {
      assertThat(bytes(second.next())).isEqualTo(bytes(first.next()));
    }
    assertThat(second.hasNext()).isFalse();
    assertThat(second.truth().counts()).isEqualTo(first.truth().counts());
  }

  @Test
  void shouldMakeAnotherCommunityFromAnotherSeed() {
    Set<String> ids = new HashSet<>();
    events(1, 1_000).forEach(event -> ids.add(event.eventId()));
    events(2, 1_000).forEach(event -> ids.add(event.eventId()));
    assertThat(ids).hasSize(2_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 20_000, 200_000})
  void shouldPlantEveryKindOfAbuse(int size) {
    Community community = community(11, size);
    community.forEachRemaining(event -> {});
    assertThat(community.truth().counts()).containsOnlyKeys(AbuseKind.values());
  }

  @Test
  void shouldKeepAbuseARareThing() {
    Community community = community(3, 200_000);
    community.forEachRemaining(event -> {});
    Map<AbuseKind, Double> shares = new EnumMap<>(AbuseKind.class);
    community.truth().counts().forEach((kind, count) -> shares.put(kind, count / 200_000.0));
    assertThat(shares.get(AbuseKind.NONE)).isBetween(0.85, 0.95);
    assertThat(shares.get(AbuseKind.TOXICITY)).isCloseTo(0.02, within(0.01));
    assertThat(shares.get(AbuseKind.SPAM_WAVE)).isCloseTo(0.03, within(0.01));
    assertThat(shares.get(AbuseKind.SCAM_LINK)).isCloseTo(0.012, within(0.005));
    assertThat(shares.get(AbuseKind.RAID)).isCloseTo(0.02, within(0.01));
    assertThat(shares.get(AbuseKind.FLOOD)).isCloseTo(0.01, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 30_000})
  void shouldGoForwardInTimeAndEndByTheGivenTime(int size) {
    long last = NOW.minus(new CommunitySettings(5, size, NOW).span()).toEpochMilli() - 1;
    for (CommunityEvent event : events(5, size)) {
      assertThat(event.time()).isGreaterThanOrEqualTo(last);
      last = event.time();
    }
    assertThat(last).isLessThanOrEqualTo(NOW.toEpochMilli());
  }

  @Test
  void shouldSpreadMoreEventsOverMoreTime() {
    assertThat(new CommunitySettings(1, 100, NOW).span()).isEqualTo(Duration.ofMinutes(10));
    assertThat(new CommunitySettings(1, 360_000, NOW).span()).isEqualTo(Duration.ofHours(10));
    assertThat(new CommunitySettings(1, 100_000_000, NOW).span()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void shouldRarelyRepeatWhatIsSaidAtLength() {
    List<String> texts = texts(AbuseKind.NONE).stream().filter(text -> text.length() > 60).toList();
    assertThat(texts).hasSizeGreaterThan(5_000);
    assertThat(new HashSet<>(texts).size()).isGreaterThan(texts.size() * 97 / 100);
  }

  @Test
  void shouldRepeatTheTextOfASpamWaveAcrossAccounts() {
    Map<String, Set<String>> authors = new HashMap<>();
    for (CommunityEvent event : events(9, 50_000)) {
      if (event instanceof CommunityEvent.Message message && event.truth() == AbuseKind.SPAM_WAVE) {
        authors
            .computeIfAbsent(message.record().getContent(), text -> new HashSet<>())
            .add(event.accountId());
      }
    }
    assertThat(authors.values()).anyMatch(accounts -> accounts.size() > 5);
  }

  @Test
  void shouldPutALinkIntoEveryScam() {
    assertThat(texts(AbuseKind.SCAM_LINK)).isNotEmpty().allMatch(text -> text.contains("https://"));
  }

  @Test
  void shouldLeaveNoPlaceholderInAnyText() {
    for (AbuseKind kind : AbuseKind.values()) {
      assertThat(texts(kind)).noneMatch(text -> text.matches(".*[{}<>].*"));
    }
  }

  @Test
  void shouldKnowTheTruthOfItsOwnEventsOnly() {
    Community community = community(4, 10);
    CommunityEvent event = community.next();
    assertThat(community.truth().of(event.eventId())).isEqualTo(event.truth());
    assertThat(community.truth().knows("e4-9")).isFalse();
    assertThat(community.truth().knows("other")).isFalse();
    assertThat(community.truth().knows("e4-zzz")).isFalse();
  }

  private static List<String> texts(AbuseKind kind) {
    return events(9, 50_000).stream()
        .filter(event -> event.truth() == kind)
        .filter(CommunityEvent.Message.class::isInstance)
        .map(event -> ((CommunityEvent.Message) event).record().getContent())
        .toList();
  }

  private static List<CommunityEvent> events(long seed, int size) {
    List<CommunityEvent> events = new ArrayList<>();
    community(seed, size).forEachRemaining(events::add);
    return events;
  }

  private static Community community(long seed, int size) {
    return new Community(new CommunitySettings(seed, size, NOW));
  }

  private static byte[] bytes(CommunityEvent event) throws IOException {
    if (event instanceof CommunityEvent.Message message) {
      return message.record().toByteBuffer().array();
    }
    return ((CommunityEvent.User) event).record().toByteBuffer().array();
  }
}
