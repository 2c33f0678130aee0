package dev.rampart.actions.policy;

import static dev.rampart.actions.policy.ShippedVocabulary.VOCABULARY;
import static dev.rampart.actions.policy.ShippedVocabulary.calmFeatures;
import static dev.rampart.actions.policy.ShippedVocabulary.calmFeaturesBut;
import static dev.rampart.actions.policy.ShippedVocabulary.calmScores;
import static dev.rampart.actions.policy.ShippedVocabulary.calmScoresBut;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.ActionKind;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedPoliciesTest {
  private final PolicySet policies;

  ShippedPoliciesTest() throws PolicyException {
    policies = PolicySet.load(ShippedVocabulary.shippedPolicies(), VOCABULARY);
  }

  private Verdict verdict(FakeEvent event, double[] features, float[] scores) {
    return policies.evaluate(event, features, scores, Standing.CLEAN);
  }

  private static FakeEvent linking() {
    return FakeEvent.message().with(EventField.LINK_COUNT, 1L);
  }

  private static FakeEvent mentioning(long users) {
    return FakeEvent.message().with(EventField.MENTION_COUNT, users);
  }

  private static FakeEvent friendRequest() {
    return FakeEvent.joinOfGuild().with(EventField.KIND, "FRIEND_REQUEST");
  }

  private static List<String> rules(Verdict verdict) {
    return verdict.matches().stream().map(match -> match.policy() + "/" + match.rule()).toList();
  }

  private static Set<ActionKind> kinds(Verdict verdict) {
    Set<ActionKind> kinds = EnumSet.noneOf(ActionKind.class);
    verdict.intents().forEach(intent -> kinds.add(intent.kind()));
    return kinds;
  }

  @Test
  void shouldStateTheirVersions() {
    assertThat(policies.versions())
        .isEqualTo(
            Map.ofEntries(
                entry("toxicity", 2),
                entry("spam", 2),
                entry("scam", 1),
                entry("mass-mention", 2),
                entry("new-account-links", 2),
                entry("flood", 1),
                entry("raid", 2),
                entry("copy-paste", 1),
                entry("fresh-domain", 1),
                entry("friend-requests", 1),
                entry("account-risk", 1)));
  }

  @Test
  void shouldLeaveAFriendlyMemberAlone() {
    assertThat(verdict(FakeEvent.message(), calmFeatures(), calmScores())).isSameAs(Verdict.NONE);
    assertThat(verdict(linking(), calmFeatures(), calmScores())).isSameAs(Verdict.NONE);
    assertThat(verdict(friendRequest(), calmFeatures(), calmScores())).isSameAs(Verdict.NONE);
  }

  @Test
  void shouldAllocateNothingWhenNothingMatches() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    FakeEvent event = FakeEvent.message();
    double[] features = calmFeatures();
    float[] scores = calmScores();
    verdict(event, features, scores);

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      policies.evaluate(event, features, scores, Standing.CLEAN);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  @Test
  void shouldLeaveAMemberAloneWhenEveryValueIsMissing() {
    double[] features = calmFeatures();
    float[] scores = calmScores();
    Arrays.fill(features, Double.NaN);
    Arrays.fill(scores, Float.NaN);

    assertThat(verdict(linking(), features, scores)).isSameAs(Verdict.NONE);
    assertThat(verdict(friendRequest(), features, scores)).isSameAs(Verdict.NONE);
  }

  @Test
  void shouldRemoveHateAndWarnItsAuthor() {
    Verdict verdict =
        verdict(FakeEvent.message(), calmFeatures(), calmScoresBut(Map.of("toxicity.hate", 0.97)));

    assertThat(rules(verdict)).containsExactly("toxicity/hate");
    assertThat(kinds(verdict)).containsExactlyInAnyOrder(ActionKind.REMOVE, ActionKind.WARN);
  }

  @Test
  void shouldHideAnAttackOnlyWhereSomebodyIsAddressed() {
    float[] scores = calmScoresBut(Map.of("toxicity.toxic", 0.96, "toxicity.harassment", 0.8));

    assertThat(verdict(FakeEvent.message(), calmFeatures(), scores)).isSameAs(Verdict.NONE);
    assertThat(kinds(verdict(mentioning(1), calmFeatures(), scores)))
        .contains(ActionKind.HIDE, ActionKind.WARN);
  }

  @Test
  void shouldQuarantineANewcomerWhoSendsALure() {
    float[] scores = calmScoresBut(Map.of("scam.scam", 0.9, "scam.phishing", 0.9));
    Verdict newcomer = verdict(linking(), calmFeaturesBut(Map.of("account_age_days", 3.0)), scores);
    Verdict member = verdict(linking(), calmFeatures(), scores);

    assertThat(rules(newcomer)).containsExactly("scam/newcomer");
    assertThat(kinds(newcomer)).containsExactlyInAnyOrder(ActionKind.REMOVE, ActionKind.QUARANTINE);
    assertThat(rules(member)).containsExactly("scam/member");
    assertThat(kinds(member)).containsExactlyInAnyOrder(ActionKind.REMOVE, ActionKind.TIME_OUT);
  }

  @Test
  void shouldTellNoScamWithoutALink() {
    float[] scores = calmScoresBut(Map.of("scam.scam", 0.99, "scam.phishing", 0.99));

    assertThat(verdict(FakeEvent.message(), calmFeatures(), scores)).isSameAs(Verdict.NONE);
  }

  @Test
  void shouldRemoveASureAdvertButReviewALikelyOneOfAMember() {
    Verdict sure =
        verdict(FakeEvent.message(), calmFeatures(), calmScoresBut(Map.of("spam.spam", 0.95)));
    Verdict likely = verdict(linking(), calmFeatures(), calmScoresBut(Map.of("spam.spam", 0.6)));

    assertThat(kinds(sure)).containsExactly(ActionKind.REMOVE);
    assertThat(rules(likely)).containsExactly("spam/doubtful");
    assertThat(kinds(likely)).containsExactly(ActionKind.REVIEW);
  }

  @Test
  void shouldStopALinkBurstOfANewAccountOnlyWithAHintInItsText() {
    double[] burst =
        calmFeaturesBut(
            Map.of("account_age_days", 3.0, "author_links_1h", 5.0, "author_link_ratio_1h", 1.0));
    Verdict verdict = verdict(linking(), burst, calmScoresBut(Map.of("spam.spam", 0.2)));

    assertThat(rules(verdict)).containsExactly("spam/newcomer-link-burst");
    assertThat(kinds(verdict)).containsExactlyInAnyOrder(ActionKind.REMOVE, ActionKind.TIME_OUT);
    assertThat(verdict(linking(), burst, calmScores())).isSameAs(Verdict.NONE);
  }

  @Test
  void shouldOnlyCallAPersonWhenNothingButTheBehaviourIsSuspicious() {
    float[] scores = calmScoresBut(Map.of("behaviour.risk", 0.8));
    Verdict verdict = verdict(FakeEvent.message(), calmFeatures(), scores);

    assertThat(rules(verdict)).containsExactly("account-risk/risky-behaviour");
    assertThat(kinds(verdict)).containsExactly(ActionKind.REVIEW);
  }

  @Test
  void shouldSendALinkOfTheFirstDayToReviewAheadOfOtherSpam() {
    double[] firstDay =
        calmFeaturesBut(Map.of("account_age_days", 0.2, "author_messages_24h", 1.0));
    Verdict verdict = verdict(linking(), firstDay, calmScoresBut(Map.of("spam.spam", 0.15)));

    assertThat(rules(verdict)).containsExactly("new-account-links/first-day-link");
    assertThat(verdict.intents())
        .singleElement()
        .satisfies(
            intent -> {
              assertThat(intent.kind()).isEqualTo(ActionKind.REVIEW);
              assertThat(intent.parameters()).containsEntry("priority", "60");
            });
  }

  @Test
  void shouldSlowDownAFloodOfOneTextButNotAQuickPaste() {
    Verdict flood =
        verdict(
            FakeEvent.message(),
            calmFeaturesBut(Map.of("author_messages_10s", 12.0, "author_same_text_1h", 4.0)),
            calmScores());
    Verdict paste =
        verdict(
            FakeEvent.message(),
            calmFeaturesBut(Map.of("author_messages_10s", 12.0)),
            calmScores());

    assertThat(rules(flood)).containsExactly("flood/repeating");
    assertThat(kinds(flood)).containsExactlyInAnyOrder(ActionKind.REMOVE, ActionKind.RATE_LIMIT);
    assertThat(paste).isSameAs(Verdict.NONE);
  }

  @Test
  void shouldLetAMemberAnnounceOnceUnderReviewAndHideWhatFollows() {
    Verdict first =
        verdict(
            mentioning(20),
            calmFeaturesBut(Map.of("author_mentioned_users_1h", 20.0)),
            calmScores());
    Verdict again =
        verdict(
            mentioning(20),
            calmFeaturesBut(Map.of("author_mentioned_users_1h", 40.0)),
            calmScores());

    assertThat(kinds(first)).containsExactly(ActionKind.REVIEW);
    assertThat(kinds(again)).containsExactlyInAnyOrder(ActionKind.HIDE, ActionKind.WARN);
  }

  @Test
  void shouldOnlySlowDownANewcomerWhoShouts() {
    Map<String, Double> shouting =
        Map.of(
            "account_age_days", 0.5,
            "author_joins_1h", 1.0,
            "author_messages_1h", 3.0,
            "author_length_max_1h", 12.0,
            "author_gap_mean_1h", 4.0);
    Verdict verdict = verdict(FakeEvent.message(), calmFeaturesBut(shouting), calmScores());

    assertThat(kinds(verdict)).containsExactlyInAnyOrder(ActionKind.RATE_LIMIT, ActionKind.REVIEW);
  }

  @Test
  void shouldStopFriendRequestsInSeriesAndSoonerWhereTheyAreUnwanted() {
    Map<String, Double> unwanted =
        Map.of("author_friend_requests_1h", 6.0, "author_blocks_7d", 2.0);
    Map<String, Double> newcomer =
        Map.of("author_friend_requests_1h", 12.0, "account_age_days", 0.5);

    assertThat(kinds(verdict(friendRequest(), calmFeaturesBut(unwanted), calmScores())))
        .containsExactly(ActionKind.QUARANTINE);
    assertThat(kinds(verdict(friendRequest(), calmFeaturesBut(newcomer), calmScores())))
        .containsExactly(ActionKind.RATE_LIMIT);
    assertThat(
            verdict(
                friendRequest(),
                calmFeaturesBut(Map.of("author_friend_requests_1h", 12.0)),
                calmScores()))
        .isSameAs(Verdict.NONE);
  }
}
