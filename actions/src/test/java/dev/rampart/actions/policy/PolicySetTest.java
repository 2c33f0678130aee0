package dev.rampart.actions.policy;

import static dev.rampart.actions.policy.FirstCatalogue.calmFeatures;
import static dev.rampart.actions.policy.FirstCatalogue.calmScores;
import static dev.rampart.actions.policy.FirstCatalogue.scores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {
  private static final String POLICY =
      """
      policy: test
      version: 3
      state: STATE
      rules:
        - id: hate
          when: scores.toxicity.hate > 0.9
          on_missing: MISSING
          actions:
            - {kind: remove, notice: test.hate}
            - {kind: time_out, duration: PT1H}
          strikes: 2
      """;

  private static PolicySet set(String yaml) throws PolicyException {
    return PolicySet.of(List.of(PolicyDocument.parse("test.yml", yaml)), FirstCatalogue.VOCABULARY);
  }

  private static String policy(String state, String onMissing) {
    return POLICY.replace("STATE", state).replace("MISSING", onMissing);
  }

  private static Verdict verdict(PolicySet set, FakeEvent event, double hate) {
    return set.evaluate(event, calmFeatures(), scores("toxicity.hate", hate), Standing.CLEAN);
  }

  @Test
  void shouldSayWhatARuleAsksFor() throws PolicyException {
    Verdict verdict = verdict(set(policy("live", "no_match")), FakeEvent.message(), 0.95);

    RuleMatch match = new RuleMatch("test", 3, "hate", PolicyMode.LIVE);
    assertThat(verdict.matches()).containsExactly(match);
    assertThat(verdict.intents())
        .extracting(ActionIntent::subjectType, ActionIntent::subjectId, ActionIntent::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SubjectType.MESSAGE, "m-1", ActionKind.REMOVE),
            org.assertj.core.groups.Tuple.tuple(SubjectType.USER, "u-1", ActionKind.TIME_OUT));
    assertThat(verdict.intents())
        .allSatisfy(intent -> assertThat(intent.match()).isEqualTo(match))
        .allSatisfy(intent -> assertThat(intent.accountId()).isEqualTo("u-1"))
        .allSatisfy(intent -> assertThat(intent.strikes()).isEqualTo(2));
    assertThat(verdict.intents().get(1).parameters()).isEqualTo(Map.of("duration", "PT1H"));
    assertThat(verdict.intents().get(0).reasons().get(0).getName())
        .isEqualTo("scores.toxicity.hate");
  }

  @ParameterizedTest
  @CsvSource({"no_match, ''", "match, 'REMOVE TIME_OUT'", "review, REVIEW"})
  void shouldDoWhatThePolicySaysWhenAScoreIsMissing(String onMissing, String kinds)
      throws PolicyException {
    Verdict verdict = verdict(set(policy("live", onMissing)), FakeEvent.message(), Double.NaN);

    assertThat(verdict.intents().stream().map(intent -> intent.kind().name()))
        .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" ", -1));
    assertThat(verdict.matches()).hasSize(kinds.isEmpty() ? 0 : 1);
  }

  @Test
  void shouldGiveNoStrikesForAReviewOfAMissingScore() throws PolicyException {
    Verdict verdict = verdict(set(policy("live", "review")), FakeEvent.message(), Double.NaN);

    assertThat(verdict.intents()).extracting(ActionIntent::strikes).containsExactly(0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "retired"})
  void shouldNotEvaluateAPolicyThatIsNotInForce(String state) throws PolicyException {
    PolicySet set = set(policy(state, "match"));

    assertThat(verdict(set, FakeEvent.message(), 0.95)).isSameAs(Verdict.NONE);
    assertThat(set.versions()).isEmpty();
  }

  @Test
  void shouldOnlyRecordWhatAShadowPolicyAsksFor() throws PolicyException {
    Verdict verdict = verdict(set(policy("shadow", "no_match")), FakeEvent.message(), 0.95);

    assertThat(verdict.matches()).extracting(RuleMatch::mode).containsExactly(PolicyMode.SHADOW);
  }

  @Test
  void shouldActForTheShareOfACanaryAndOnlyRecordForTheRest() throws PolicyException {
    PolicySet set = set(policy("canary\ncanary_share: 0.25", "no_match"));

    long acting =
        IntStream.range(0, 2_000).filter(account -> canaryActs(set, "u-" + account)).count();

    assertThat(acting).isBetween(420L, 580L);
  }

  @Test
  void shouldOnlyAddAccountsWhenTheShareOfACanaryGrows() {
    CanaryShare small = new CanaryShare("test", 0.1);
    CanaryShare large = new CanaryShare("test", 0.4);

    assertThat(IntStream.range(0, 2_000).mapToObj(account -> "u-" + account))
        .filteredOn(small::includes)
        .isNotEmpty()
        .allMatch(large::includes);
  }

  private static boolean canaryActs(PolicySet set, String account) {
    FakeEvent event = FakeEvent.message().with(EventField.AUTHOR_ID, account);
    return verdict(set, event, 0.95).matches().get(0).mode() == PolicyMode.CANARY;
  }

  @Test
  void shouldCountAFailedEvaluationAndGoOn() throws PolicyException {
    PolicySet set =
        set(
            """
            policy: test
            version: 1
            state: live
            on_missing: review
            rules:
              - id: ratio
                when: 10 / event.link_count > 2
                actions: [{kind: hide}]
              - id: always
                when: "true"
                actions: [{kind: label, label: seen}]
            """);

    Verdict verdict = verdict(set, FakeEvent.message(), 0);

    assertThat(verdict.intents())
        .extracting(ActionIntent::kind)
        .containsExactly(ActionKind.REVIEW, ActionKind.LABEL);
    assertThat(set.evaluationErrors())
        .containsExactly(Map.entry("test/always", 0L), Map.entry("test/ratio", 1L));
  }

  @Test
  void shouldLookOnlyAtTheEventsThatARuleIsFor() throws PolicyException {
    PolicySet set =
        set(
            """
            policy: test
            version: 1
            state: live
            rules:
              - id: joins
                events: [user]
                when: event.kind == "JOIN_GUILD"
                actions:
                  - {kind: quarantine, duration: PT1H}
                  - {kind: review, subject: guild, queue: raids}
              - id: talks
                when: "true"
            """);

    assertThat(verdict(set, FakeEvent.joinOfGuild(), 0).intents())
        .extracting(ActionIntent::subjectId)
        .containsExactly("u-1", "g-1");
    assertThat(verdict(set, FakeEvent.message(), 0).matches())
        .extracting(RuleMatch::rule)
        .containsExactly("talks");
    assertThat(verdict(set, FakeEvent.joinOfGuild().with(EventField.GUILD_ID, ""), 0).intents())
        .extracting(ActionIntent::subjectId)
        .containsExactly("u-1");
  }

  @Test
  void shouldLetRulesSeeTheStandingOfTheAccount() throws PolicyException {
    PolicySet set =
        set(
            """
            policy: test
            version: 1
            state: live
            rules:
              - {id: known, when: account.strikes >= 2.0 && account.recent_actions > 3}
            """);

    assertThat(evaluate(set, Standing.of(2, 4)).matches()).hasSize(1);
    assertThat(evaluate(set, Standing.of(2, 3)).matches()).isEmpty();
    assertThat(evaluate(set, Standing.of(1.5, 4)).matches()).isEmpty();
  }

  private static Verdict evaluate(PolicySet set, Standing standing) {
    return set.evaluate(FakeEvent.message(), calmFeatures(), calmScores(), standing);
  }
}
